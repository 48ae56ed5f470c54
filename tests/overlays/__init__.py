"""Overlays: corrections of one's own, written, listed, taken back, laid over what is read."""
