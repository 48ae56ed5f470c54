"""The layouts of a roster, line by line: lists, columns, tables, sentences."""
