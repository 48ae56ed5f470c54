"""The graph for tools that read networks: GEXF, GraphML, Popolo, and a Cypher script."""
