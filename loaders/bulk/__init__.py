"""First loads at one go: records as CSV files, taken in by Neo4j's import instead of transactions."""
