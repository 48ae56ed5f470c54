"""Codings of groups by readers: empty sheets drawn, filled sheets read, held together and settled.

What the program itself says of a group is asked in graph; the statistics are in graph.regions.stats.
"""
