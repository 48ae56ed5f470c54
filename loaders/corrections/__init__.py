"""Corrections of facts: patches read and checked against the files that are the truth, written, proposed.

No fact lives here, and nothing is written into a graph: a load does that, from the corrected files.
"""
