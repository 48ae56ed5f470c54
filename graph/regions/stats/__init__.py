"""The statistics of ordinal values, without any graph."""
