// title: Origin of many groups
// question: Did a superior, the members themselves or a third party found the group?
// note: What _origin says of a group with one founder or none, one chair and two members or more. Where the founder
//   stands above the chair, members in the chair's line lie beneath the founder too; the others are walked up from
//   until one is found that does not.
WITH *, CASE
    WHEN issuer IS NULL THEN false
    WHEN issuer IN own AND size(own) = 1 THEN true
    ELSE all(top IN own WHERE top = issuer OR EXISTS {
      MATCH (top)
        (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){1,12} (issuer)
    })
  END AS issuer_above
WITH *, CASE
    WHEN issuer IS NULL THEN false
    WHEN issuer_above AND scope = 'governments' AND n_line = n_members THEN true
    ELSE EXISTS {
      MATCH (u:Division)-[m:MEMBER_OF]->(g)
      WHERE u <> issuer AND m.valid_from <= day < m.valid_to AND (NOT m.derived OR 'seat' IN m.basis)
    } AND NOT EXISTS {
      MATCH (u:Division)-[m:MEMBER_OF]->(g)
      WHERE u <> issuer AND m.valid_from <= day < m.valid_to AND (NOT m.derived OR 'seat' IN m.basis)
        AND NOT (issuer_above AND u IN below) AND NOT EXISTS {
          MATCH (u)
            (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){1,12} (issuer)
        }
    }
  END AS over_governments
WITH *, CASE
    WHEN over_governments OR issuer IS NULL OR scope = 'governments' THEN over_governments
    ELSE EXISTS {
      MATCH (u:Agency)-[m:MEMBER_OF]->(g)
      WHERE m.valid_from <= day < m.valid_to AND (NOT m.derived OR 'seat' IN m.basis) AND EXISTS {
        MATCH (u)-[of:DEPARTMENT_OF]->() WHERE of.valid_from <= day < of.valid_to
      }
    } AND NOT EXISTS {
      MATCH (u:Agency)-[m:MEMBER_OF]->(g)
      WHERE m.valid_from <= day < m.valid_to AND (NOT m.derived OR 'seat' IN m.basis) AND EXISTS {
        MATCH (u)-[of:DEPARTMENT_OF]->() WHERE of.valid_from <= day < of.valid_to
      } AND NOT (issuer_above AND u IN below) AND NOT EXISTS {
        MATCH (u)
          (()-[up:PART_OF|DEPARTMENT_OF|LED_BY WHERE up.valid_from <= day < up.valid_to]->()){1,12} (issuer)
      }
    }
  END AS superior
WITH *, CASE
    WHEN issuer IS NULL THEN 'unknown'
    WHEN superior THEN 'superior'
    WHEN EXISTS {
      MATCH (u:Unit)-[m:MEMBER_OF]->(g)
      WHERE m.valid_from <= day < m.valid_to AND (scope = 'all' OR u:Division)
        AND (NOT m.derived OR 'seat' IN m.basis) AND (u = issuer OR u IN owners OR EXISTS {
          MATCH (u)-[of:DEPARTMENT_OF]->(issuer) WHERE of.valid_from <= day < of.valid_to
        })
    } THEN 'members'
    ELSE 'third_party'
  END AS origin, 'single' AS leadership, n_crossed > 0 AS cross_branch,
  CASE WHEN n_own = n_members THEN [0] ELSE [] END AS owns_all,
  false AS only_own_seats, false AS member_lost, false AS chair_post_unknown
