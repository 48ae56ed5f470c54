"""The ways out: results and the graph as files for Stata, R, Gephi, spreadsheets and other servers."""
