"""A picture as one HTML file that opens offline: payload, safety, sources, lists of pages."""
