"""Hostile files: each kind of file that a command opens, spoilt in every way that is known, each case named.

`python -m tests.faults.corpus FOLDER` writes all of them to be looked at.
"""
