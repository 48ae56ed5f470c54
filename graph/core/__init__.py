"""The ground that every room stands on: days, terms, labels and ties, errors. No database is asked."""
