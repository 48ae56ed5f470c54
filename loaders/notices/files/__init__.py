"""The lines of a notice in a text, Word or PDF file."""
