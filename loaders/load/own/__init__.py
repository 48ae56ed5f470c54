"""The user's own table of divisions, applied over the shipped ones."""
