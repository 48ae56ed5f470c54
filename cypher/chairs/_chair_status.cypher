// title: Is the chair filled
// zh: 组长是否在任
// question: Is a group chaired on the day, is a vacancy stated, or is the chair not known?
// takes: g, chairs, leading, chair_post_unknown
// gives: status
// note: An undated group has no day on which it could be told. Stated where a source says that the chair is vacant and
//   none is known to be in it; heads where the chair rotates or the form is collective, so that the heads of the
//   members lead; post_unknown where only a name is known.
WITH * WHERE g.last_documented IS NOT NULL
WITH *, CASE
    WHEN size(chairs) > 0 THEN 'chaired'
    WHEN size(leading) > 0 THEN 'heads'
    WHEN g.vacancy_stated THEN 'vacancy_stated'
    WHEN chair_post_unknown THEN 'post_unknown'
    ELSE 'chair_unknown'
  END AS status
