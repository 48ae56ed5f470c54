// title: Find a Division by code
// question: Is there an index, since a division is asked for by its code (GB/T 2260)?
// access: schema
CREATE INDEX division_code IF NOT EXISTS FOR (n:Division) ON (n.code)
