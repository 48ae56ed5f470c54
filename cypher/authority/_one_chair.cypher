// title: Groups with one chair
// question: Which groups has a single post in the chair on the day, and who founded them?
// note: An undated group and one whose chair rotates or is shared is left out; so is one of several founders. A general
//   office issues for whom it serves on the day. `owners` are the units that the founder is a department of,
//   `issuing` the governments of who signed. A row for each post and person named with it: what is true of the
//   chair is worked out once for all its groups, what is true of a founder once for all that it founded.
// param as_of: date -- the day
MATCH (post:Post)-[seat:CHAIRS]->(g:Group)
WHERE g.valid_from <= $as_of < g.valid_to AND seat.valid_from <= $as_of < seat.valid_to
  AND g.last_documented IS NOT NULL AND NOT coalesce(seat.rotating, false)
  AND NOT coalesce(g.leadership, '') IN ['rotating', 'co_chairs']
  AND COUNT {
    MATCH (:Post)-[other:CHAIRS]->(g) WHERE other.valid_from <= $as_of < other.valid_to
  } = 1
WITH post, seat.person AS named, g,
  [(g)-[:ESTABLISHED_BY]->(:Document)-[:ISSUED_BY]->(signed:Unit) | signed] AS signers
WHERE all(signed IN signers WHERE signed = signers[0])
WITH $as_of AS day, signers[0] AS signed, collect({post: post, named: named, g: g}) AS founded
CALL (day, signed) {
  OPTIONAL MATCH (signed)-[of:DEPARTMENT_OF]->(office_of:Unit)
  WHERE signed.general_office AND of.valid_from <= day < of.valid_to
  WITH day, signed, collect(office_of) AS served
  WITH day, signed, coalesce(served[0], signed) AS issuer, size(served) AS serves
  WHERE serves < 2
  RETURN {issuer: issuer, owners: COLLECT {
    MATCH (issuer)-[of:DEPARTMENT_OF]->(owner:Unit)
    WHERE of.valid_from <= day < of.valid_to
    RETURN owner
  }, issuing: COLLECT {
    MATCH path = (signed)
      (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){0,12} (house:Division)
    WHERE size([n IN nodes(path) WHERE n:Division]) = 1
    RETURN DISTINCT house
  }} AS founder
}
UNWIND founded AS f
WITH day, f.post AS post, f.named AS named, false AS undated, collect({g: f.g, founder: founder}) AS chaired
