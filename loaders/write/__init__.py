"""Records into the graph: compared with what is there, then added, changed and removed in batches."""
