"""Tables as they stand in workbooks, folders of CSV and YAML: cells with places, columns by any name."""
