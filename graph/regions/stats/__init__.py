"""The statistics of ordinal values and of agreement on categories, without any graph."""
