"""The macros: each public method of a class here is called by pages under its name."""
