"""A Cypher script that an lsgraph wrote before its statements looked for nodes of somebody else."""

from __future__ import annotations

from pathlib import Path

from loaders.exported.script_tables import read_script
from loaders.exported.tables import TABLES
from loaders.files.problems import Problems

EARLIER = """// lsgraph
CREATE CONSTRAINT unique_person IF NOT EXISTS FOR (n:Person) REQUIRE n.uid IS UNIQUE;
MERGE (schema:Schema {uid: 'lsgraph'})
SET schema.version = 2;
UNWIND [
{`labels`: [], `properties`: {`uid`: 'person:x', `name`: 'X', `dataset`: 'groups'}}
] AS row
FOREACH (_ IN CASE WHEN false THEN [1] ELSE [] END |
  CREATE (person:Person) SET person = row.properties)
FOREACH (_ IN CASE WHEN false THEN [] ELSE [1] END |
  MERGE (person:Person {uid: row.properties.uid}) SET person = row.properties)
RETURN count(*) AS written;
UNWIND [
{`start`: 'person:x', `end`: 'post:x', `properties`: {`key`: 'person:x|post:x'}}
] AS row
MATCH (start:Person {uid: row.start})
MATCH (end:Post {uid: row.end})
FOREACH (_ IN CASE WHEN false THEN [1] ELSE [] END |
  CREATE (start)-[tie:HOLDS]->(end) SET tie = row.properties)
FOREACH (_ IN CASE WHEN false THEN [] ELSE [1] END |
  MERGE (start)-[tie:HOLDS {key: row.properties.key}]->(end) SET tie = row.properties)
RETURN count(*) AS written;
// end of the export
"""


def test_it_is_read_as_ever(tmp_path: Path) -> None:
    path, problems = tmp_path / "earlier.cypher", Problems()
    path.write_text(EARLIER, encoding="utf-8")
    held = {one.table.name: list(one.rows(problems)) for one in read_script(path, TABLES, problems)}
    assert problems.found == []
    rows = [row for rows in held.values() for _, row in rows]
    assert [row.get("uid", row.get("key")) for row in rows] == ["person:x", "person:x|post:x"]


def test_another_statement_is_a_problem_as_ever(tmp_path: Path) -> None:
    path, problems = tmp_path / "other.cypher", Problems()
    path.write_text(EARLIER.replace("MERGE (person:", "MERGE (n:", 1), encoding="utf-8")
    assert len(list(read_script(path, TABLES, problems))) == len(TABLES)
    assert "No export writes this statement" in str(problems.found)
