"""Loaders: one file a source, each read, validated, compared with the graph, then written."""
