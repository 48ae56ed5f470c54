"""Units and posts that words name: divisions, agencies and central bodies, as of a day."""
