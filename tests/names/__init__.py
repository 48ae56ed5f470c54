"""Names and what a typed word finds among them."""
