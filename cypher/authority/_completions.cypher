// title: Completions of what is not known
// zh: 对不明之处的补全
// question: Which members, links, founders and chairs may the group have, as far as sources leave it open?
// note: The roster as it is, with one more member with LINE, one without, or both, as far as such a member is possible: none lacks LINE where
//   the chair commands the centre, none has it where the chair commands nothing in scope or each chair has a side, and a government that
//   joins where the chair rotates or the form is collective is OWN. Each UNKNOWN link may be LINE, an unknown founder any. `by` names the
//   conventions that do not admit the completion: `roster_below_host` (a member that is not known lies below the host that runs the group),
//   `sar_line` (the centre commands its SARs), `origin_inferred` (rows 5 and 9: the members founded it), `collective_form` (the form tells
//   that all lead) and `post_kept` (the post stays in the seat when its person is no more shown in it). `known` are those that complete links alone.
// takes: g, day, chairs, scope, run_by, leaders, leadership, sided, origin, figures
// gives: completions
CALL (g, day, chairs, scope, run_by, leaders, leadership, sided, origin, figures) {
  WITH *, figures AS f, reduce(led = [], chair IN leaders | led + [held IN chair.counted WHERE held.leads | held]) AS led,
    leadership IN ['rotating', 'collective'] AS heads_lead, any(chair IN chairs WHERE chair.kept) AS post_kept
  WITH *, any(held IN led WHERE (held.of:Country)) AS of_centre, any(held IN led WHERE held.unit IN run_by) AS of_host,
    NOT sided AND any(held IN led WHERE scope = 'all' OR (held.of:Division)) AS of_some,
    CASE WHEN leadership = 'collective' AND coalesce(g.leadership, '') <> 'collective' THEN 'collective_form'
      WHEN post_kept AND NOT heads_lead THEN 'post_kept' END AS led_by
  UNWIND CASE WHEN g.roster = 'complete' OR (heads_lead AND scope = 'governments') THEN [[0, 0]] ELSE [more IN [[0, 0], [1, 0], [0, 1], [1, 1]]
    WHERE (more[0] = 0 OR of_some) AND (more[1] = 0 OR NOT of_centre)] END AS more
  UNWIND range(f.n_line - f.n_sar, f.n_line + f.n_unknown) AS line
  UNWIND CASE origin WHEN 'unknown' THEN ['unknown', 'superior', 'members', 'third_party'] ELSE [origin] END AS founder
  UNWIND CASE WHEN led_by IS NULL THEN [true] ELSE [true, false] END AS is_led
  WITH *, f.n_left + more[0] + more[1] AS n_left
  RETURN collect({
    n_left: n_left, n_line: line + more[0], led: is_led AND size(leaders) > 0, origin: founder,
    known: founder = origin AND is_led AND more = [0, 0] AND line >= f.n_line,
    by: [convention IN [
      CASE WHEN more[1] = 1 AND of_host THEN 'roster_below_host' END,
      CASE WHEN line < f.n_line THEN 'sar_line' END,
      CASE WHEN founder <> origin AND founder <> 'members' AND (n_left = 0 OR (line + more[0] = 0 AND (f.n_own > 0 OR leadership = 'rotating')))
        THEN 'origin_inferred' END,
      CASE WHEN NOT is_led THEN led_by END
    ] WHERE convention IS NOT NULL]
  }) AS completions
}
