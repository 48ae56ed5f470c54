// title: Gaps of rank, counted
// zh: 级差计数 -- 有据可查的小组，其组长与成员的最小级差按类型如何分布？
// question: How is the smallest gap between chair and members distributed over the documented groups, by type?
// note: No sample. Steps are ordinal: count them, never take a mean. gap_min null: a rank is missing, or no gap is
//   defined; such groups are counted, not dropped.
//   -- 并非样本。级数只有先后：可以计数，不可取平均。gap_min 为空的，或有级别缺失，或本无级差可言；此类小组照计，不剔除。
// tags: dataset, gap
// include: authority/_groups, authority/_read_once, authority/_judged
// column type: string -- type of the groups -- 小组的类型
// column gap_min: integer? (steps) -- smallest gap: the weakest link; null if not known or not defined
//   -- 最小级差，即最薄弱的一环；不明或无级差可言的为空
// column n_groups: integer (groups) -- groups of the type with this gap -- 该类型中具此级差的小组数
// example: groups=["group:jinan-laiwu"], as_of=2018-12-25
RETURN type, figures.gap_min AS gap_min, count(CASE type_certainty WHEN 'identified' THEN 1 END) AS n_identified,
  count(CASE type_certainty WHEN 'by_convention' THEN 1 END) AS n_by_convention, count(CASE type_certainty WHEN 'open' THEN 1 END) AS n_open,
  count(*) AS n_groups
ORDER BY type, gap_min
