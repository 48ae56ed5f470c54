"""Gathered files (loaders/data/gathered) to the form of docs/data.md: a front of loaders.tables.

What lives here: reading their YAML, joining the entries of one real group, telling persons apart. What does
not: how a seat, a title or a body is understood.
"""
