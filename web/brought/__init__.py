"""What people bring in by the application: kept as files, checked, mended and loaded."""
