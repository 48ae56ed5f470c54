// title: Codes that two divisions have at once
// question: Which two divisions have one code on one day, or touch with less than so many days between?
// param days: integer -- days that must lie between; 0 for plain overlap
// column code: string -- the code
// column first: string -- uid of the earlier division
// column second: string -- uid of the later division
// example: days=0
MATCH (first:Division)
MATCH (second:Division {code: first.code})
WHERE first.uid <> second.uid AND first.valid_from <= second.valid_from
  AND (first.valid_from < second.valid_from OR first.uid < second.uid)
  AND first.valid_to < date('9999-12-31')
  AND second.valid_from < first.valid_to + duration({days: $days})
RETURN first.code AS code, first.uid AS first, second.uid AS second
UNION
MATCH (first:Division {valid_to: date('9999-12-31')})
MATCH (second:Division {code: first.code})
WHERE first.uid <> second.uid AND second.valid_to > first.valid_from
RETURN first.code AS code, first.uid AS first, second.uid AS second
