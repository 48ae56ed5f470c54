"""The public reference: its files, its links, its search, and how it opens."""
