"""The rules by which code, name and table of a division give kind, rank, validity and succession.

The build and the loading of histories of one's own share them; fetching inputs is `loaders.build`.
"""
