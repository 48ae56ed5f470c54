"""Several servers restored from one dump, read in turn."""
