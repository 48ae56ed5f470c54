// title: Find a Division by its short name
// question: Is there an index, since people ask for 山东 and 济南?
// access: schema
CREATE INDEX division_name_short IF NOT EXISTS FOR (n:Division) ON (n.name_short)