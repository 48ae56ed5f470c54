"""Rows of tables as entries of the form: groups, seats, people, units, titles."""
