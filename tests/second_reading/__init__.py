"""Cases of the second reading of the data, by name: the data answers what their sources allow."""
