"""The quality of group data: what is missing, odd or twice, and where the groups are from."""
