// title: Agencies on a day
// question: Which agencies are there on a day, of what branch and rank?
// tags: agencies, lookup
// param as_of: date -- the day
// column uid: string -- uid
// column name: string -- name
// column branch: string -- branch
// column rank: integer? (1 to 10) -- rank; null where it is not known
// column from_edtf: string? -- start as the source gives it
// column to_edtf: string? -- end as the source gives it
// example: as_of=2018-12-25
MATCH (agency:Agency)
WHERE agency.valid_from <= $as_of < agency.valid_to
RETURN agency.uid AS uid, agency.name AS name, agency.branch AS branch, agency.rank AS rank,
  agency.from_edtf AS from_edtf, agency.to_edtf AS to_edtf
ORDER BY uid
