"""Builds the shipped tables of divisions from two pinned packages and our own corrections."""
