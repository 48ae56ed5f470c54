"""Groups, posts, persons and agencies: entries of the form to rows, and rows to records."""
