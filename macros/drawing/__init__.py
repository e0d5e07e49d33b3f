"""Geometry of the drawings: texts and numbers in, positions in pixels out."""
