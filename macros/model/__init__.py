"""The facts of the site as typed, checked data."""
