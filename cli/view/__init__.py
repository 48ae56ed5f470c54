"""Commands that draw pages, figures and maps."""
