"""The definitions of section 3 read in plain Python, as a proof of the queries.

Nothing here looks at a query or a server: a `World` goes in, a `GroupReading` comes out.
"""
