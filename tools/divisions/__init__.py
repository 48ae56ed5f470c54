"""Builds the shipped division data from pinned packages and our own corrections."""
