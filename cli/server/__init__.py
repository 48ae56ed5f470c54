"""Commands that run the private server, and the demonstration."""
