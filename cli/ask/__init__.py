"""Commands that ask the graph and print an answer."""
