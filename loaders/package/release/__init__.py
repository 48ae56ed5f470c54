"""A release of the data, ready to upload: the package, and the same in the forms of archives and tools."""
