// title: Legal basis
// zh: 成立依据 -- 小组依据什么文件成立，该文件规定了什么？
// question: On which act does a group rest, and what does that act settle?
// note: `instrument` is the highest among the founding acts; null where no act is known or its form is not. Each of
//   the six items is yes if one of the acts is known to say so, no if all are known not to, else unknown (null). The
//   share is that of the known items, null under four known ones. What no source tells is unknown and counts for
//   neither.
//   -- instrument 取各成立文件中的最高者；没有已知文件或其形式不明的为空。六项中的每一项，有一份文件已知载明的为“是”，全部已知未载明的为“否”，否则为不明（空）。比例按已知的各项计，
//   已知不足四项的为空。资料均未述及的为不明，两边都不计。
// tags: groups, legal basis, documents
// include: authority/_groups, groups/_legal_basis
// column documents: list<map> -- founding acts: uid, number, title, issued, instrument, issuers
//   -- 成立文件：uid、number 文号、title 标题、issued 发文日期、instrument 形式、issuers 发文机关
// column instrument: integer? (0 to 3) -- 0 none, 1 minutes or agreement, 2 normative document, 3 regulation or law
//   -- 0 无文件、1 会议纪要或协议、2 规范性文件、3 法规或法律
// column issuer_competent: boolean? -- is the issuer competent to found it? -- 发文机关是否有权设立？
// column binding_powers: boolean? -- does the act state powers that bind the members?
//   -- 文件是否载明对成员具约束力的职权？
// column duties_per_member: boolean? -- does it state the duties of each member? -- 是否规定各成员的职责？
// column host_office: boolean? -- does it name the body that hosts the office? -- 是否指定办事机构？
// column term_and_abolition: boolean? -- does it settle term and abolition? -- 是否规定期限与撤销？
// column published: boolean? -- was it published? -- 是否公布？
// column n_known: integer (items, 0 to 6) -- items that are known -- 已知的项数
// column n_yes: integer (items, 0 to 6) -- items that are yes -- 为是的项数
// column share: float? (0 to 1) -- yes by known; null under four known
//   -- 为是的项数除以已知的项数；已知不足四项的为空
// example: groups=["group:bth-air-lsg"], as_of=2018-07-12
RETURN g.uid AS group, g.name AS name, day AS as_of, documents AS documents, instrument AS instrument,
  items[0] AS issuer_competent, items[1] AS binding_powers, items[2] AS duties_per_member,
  items[3] AS host_office, items[4] AS term_and_abolition, items[5] AS published,
  size(known) AS n_known, n_yes AS n_yes,
  CASE WHEN size(known) >= 4 THEN toFloat(n_yes) / size(known) END AS share
ORDER BY group
