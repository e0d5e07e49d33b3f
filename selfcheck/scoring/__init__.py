"""From answers to bands, reasons and the smallest next steps, in exact whole numbers."""
