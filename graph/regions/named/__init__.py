"""Regions as people mean them (长三角, 京津冀): definitions, and which groups lie in them; no statistics."""
