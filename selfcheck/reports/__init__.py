"""Results and views told in a reader's language, as blocks that any medium can show."""
