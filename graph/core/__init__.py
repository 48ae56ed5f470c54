"""The ground that every room stands on: days, terms, labels and ties, errors, the door for files.

No database is asked.
"""
