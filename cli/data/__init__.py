"""Commands about the data as a whole: quality, packages, exports."""
