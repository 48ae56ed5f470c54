// title: Uids of all kinds
// question: What does a parameter of each kind hold?
// param group: uid<Group>? = null -- uid of a group
// param unit: uid<Unit>? = null -- uid of a unit
// param division: uid<Division>? = null -- uid of a division
// param place: uid<Place>? = null -- uid of a division of any day
// param person: uid<Person>? = null -- uid of a person
// param post: uid<Post>? = null -- uid of a post
// param document: uid<Document>? = null -- uid of a document
// param source: uid<Source>? = null -- uid of a source
// param thing: uid<Unit|Post|Person|Group>? = null -- uid of one of four
// param groups: list<uid<Group>> = [] -- uids of groups
// param region: list<uid<Region>>? = null -- uids of divisions
// param as_of: date? = null -- the day
// column uids: list<string?> -- all of them
// column as_of: date? -- the day
RETURN [$group, $unit, $division, $place, $person, $post, $document, $source, $thing] + $groups + coalesce($region, []) AS uids,
  $as_of AS as_of
