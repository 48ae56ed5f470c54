"""Commands that bring data in: loads, notices, templates, conversions."""
