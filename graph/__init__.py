"""The graph and its questions; Cypher lives in cypher/, and neither loaders nor pages are known here."""
