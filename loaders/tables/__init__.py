"""Spreadsheets of one's own (XLSX, a folder of CSV, YAML) in the form `lsgraph/tables/1`.

Read as tables of text with places, resolved (dates, units, titles, persons) and handed on as entries of
`lsgraph/groups/1`, so that checks, comparison and writing are those of every other group file.
"""
