"""Corrections of facts: patches, proposals, and the files that they change."""
