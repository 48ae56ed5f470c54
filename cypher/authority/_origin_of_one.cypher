// title: Origin of many groups
// question: Did a superior, the members themselves or a third party found the group?
// note: What _origin says of a group with one founder or none, one chair and two members or more. Where the founder
//   stands above the chair, members in the chair's line lie beneath the founder too; the others are walked up from.
WITH *, issuer_above AND scope = 'governments' AND n_line = n_members AS over_all
CALL (day, g, scope, issuer, issuer_above, over_all, owners, below) {
  MATCH (u:Unit)-[m:MEMBER_OF]->(g)
  WHERE NOT over_all AND m.valid_from <= day < m.valid_to AND (scope = 'all' OR u:Division)
    AND (NOT m.derived OR 'seat' IN m.basis)
  WITH u, u:Division AS government, u = issuer OR u IN owners OR EXISTS {
      MATCH (u)-[of:DEPARTMENT_OF]->(issuer) WHERE of.valid_from <= day < of.valid_to
    } AS founding, CASE
      WHEN u = issuer THEN null
      WHEN issuer_above AND u IN below THEN true
      ELSE EXISTS {
        MATCH (u)
          (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){1,12} (issuer)
      }
    END AS beneath, CASE WHEN scope = 'all' THEN EXISTS {
      MATCH (u)-[of:DEPARTMENT_OF]->() WHERE of.valid_from <= day < of.valid_to
    } ELSE false END AS department
  RETURN max(founding) AS by_member,
    min(CASE WHEN government AND beneath IS NOT NULL THEN beneath END) AS over_governments,
    min(CASE WHEN department THEN coalesce(beneath, false) END) AS over_departments
}
WITH *, CASE
    WHEN issuer IS NULL THEN 'unknown'
    WHEN over_all OR over_governments OR over_departments THEN 'superior'
    WHEN by_member THEN 'members'
    ELSE 'third_party'
  END AS origin, 'single' AS leadership, n_crossed > 0 AS cross_branch,
  CASE WHEN n_own = n_members THEN [0] ELSE [] END AS owns_all,
  false AS only_own_seats, false AS member_lost, false AS chair_post_unknown
