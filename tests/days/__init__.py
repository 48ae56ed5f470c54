"""A world in which everything begins and ends on a day of its own, and every query's rows on its days."""
