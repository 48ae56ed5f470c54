"""What a map shows, as numbers by division; `visualize.maps` draws it."""
