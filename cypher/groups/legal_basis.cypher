// title: Legal basis
// zh: 成立依据 -- 小组依据什么文件成立，该文件规定了什么？
// question: On which act does a group rest, and what does that act settle?
// note: `instrument` is the highest among the founding acts; null where no act is known or its form is not. Each of
//   the six items is yes if one of the acts is known to say so, no if all are known not to, else unknown (null). The
//   share is that of the known items, null under four known ones. What no source tells is unknown and counts for
//   neither.
// tags: groups, legal basis, documents
// include: authority/_groups, groups/_legal_basis
// column documents: list<map> -- founding acts: uid, number, title, issued, instrument, issuers
// column instrument: integer? (0 to 3) -- 0 none, 1 minutes or agreement, 2 normative document, 3 regulation or law
// column issuer_competent: boolean? -- is the issuer competent to found it?
// column binding_powers: boolean? -- does the act state powers that bind the members?
// column duties_per_member: boolean? -- does it state the duties of each member?
// column host_office: boolean? -- does it name the body that hosts the office?
// column term_and_abolition: boolean? -- does it settle term and abolition?
// column published: boolean? -- was it published?
// column n_known: integer (items, 0 to 6) -- items that are known
// column n_yes: integer (items, 0 to 6) -- items that are yes
// column share: float? (0 to 1) -- yes by known; null under four known
// example: groups=["group:bth-air-lsg"], as_of=2018-07-12
RETURN g.uid AS group, g.name AS name, day AS as_of, documents AS documents, instrument AS instrument,
  items[0] AS issuer_competent, items[1] AS binding_powers, items[2] AS duties_per_member,
  items[3] AS host_office, items[4] AS term_and_abolition, items[5] AS published,
  size(known) AS n_known, n_yes AS n_yes,
  CASE WHEN size(known) >= 4 THEN toFloat(n_yes) / size(known) END AS share
ORDER BY group
