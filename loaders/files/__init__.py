"""Bytes to text, once for every reader: encodings, guards, YAML with places, problems with remedies.

What the text means is for the rooms above.
"""
