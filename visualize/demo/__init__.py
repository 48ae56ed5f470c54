"""The pages of the demonstration: documented groups as scenes, and what shows more than one of them."""
