"""Makes ready what the commands need, with Python's standard library alone."""
