"""What the maintainers run, outside the wheel."""
