"""Converts gathered files (loaders/data/gathered) to the form that users fill in (docs/data.md)."""
