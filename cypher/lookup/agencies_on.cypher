// title: Agencies on a day
// zh: 某日的机构 -- 某日有哪些机构，属何系统、何级别？
// question: Which agencies are there on a day, of what branch and rank?
// tags: agencies, lookup
// param as_of: date -- the day
// column branch: string -- branch -- 系统
// example: as_of=2018-12-25
MATCH (agency:Agency)
WHERE agency.valid_from <= $as_of < agency.valid_to
RETURN agency.uid AS uid, agency.name AS name, agency.branch AS branch, agency.rank AS rank,
  agency.from_edtf AS from_edtf, agency.to_edtf AS to_edtf
ORDER BY uid
