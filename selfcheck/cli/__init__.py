"""The command line: its commands, the files it reads and what it prints."""
