"""The statistics of ordinal values: ranks, permutations, Cliff's delta, tables; without any graph."""
