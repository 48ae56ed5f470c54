"""The rules by which code, name and table of a division give kind, rank, validity and succession.

The build and the loading of the user's own histories share them; fetching inputs is `loaders.build`.
"""
