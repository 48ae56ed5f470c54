// title: Types of groups, counted
// zh: 类型计数 -- 有据可查的小组按政府层级或领域，各类型各有多少？
// question: How many of the documented groups are of each type, by level of government or by field?
// note: No sample: the groups are those that were found, so a share is a share of what was found. UNKNOWN is a class of
//   its own and mostly says that no source names chair or members. Each group is read on its last documented day.
//   -- 并非样本：所计为已查到的小组，占比即在其中的占比。UNKNOWN（未知）自成一类，多因没有资料载明组长或成员。各组以其最后记载日为准。
// tags: dataset, type
// include: authority/_groups, authority/_read_once, authority/_judged, dataset/_level
// param by: string = level -- level or field; none for all groups together
//   -- level 按层级或 field 按领域；none 为全部小组合计
// column value: string? -- Province, Prefecture, County, Township, between, inter_agency or centre; or the field; null for all together
//   -- Province 省级、Prefecture 地级、County 县级、Township 乡级、between 各方之间、
//   inter_agency 部门协作或 centre 中央；或为领域；合计的为空
// column n_groups: integer (groups) -- groups of the type -- 该类型的小组数
// column n_partial: integer (groups) -- groups of the type whose roster is not complete -- 该类型中名单不完整的小组数
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
RETURN CASE $by WHEN 'field' THEN g.field WHEN 'none' THEN null ELSE level END AS value, type,
  count(CASE type_certainty WHEN 'identified' THEN 1 END) AS n_identified,
  count(CASE type_certainty WHEN 'by_convention' THEN 1 END) AS n_by_convention, count(CASE type_certainty WHEN 'open' THEN 1 END) AS n_open,
  count(*) AS n_groups, count(CASE WHEN g.roster <> 'complete' THEN 1 END) AS n_partial
ORDER BY value, type
