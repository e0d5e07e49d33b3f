"""Answer sheets: what an organisation has answered, and reading it from a file."""
