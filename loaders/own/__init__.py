"""A table of divisions of one's own, applied over the shipped ones."""
