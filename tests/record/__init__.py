"""Recordings of what all reading queries answer over the whole dataset, and how two of them differ."""
