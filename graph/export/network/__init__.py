"""The graph for tools that read networks: GEXF, GraphML, and a Cypher script."""
