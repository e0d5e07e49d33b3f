"""Other ways to look at sheets, as data: what counted, what changed, who says what."""
