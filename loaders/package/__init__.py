"""The dataset as a Frictionless Data Package: tables as CSV and Parquet, codebook, datasheet."""
