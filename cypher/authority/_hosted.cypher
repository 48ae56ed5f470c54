// title: Who is member
// zh: 成员的判定
// question: Which units founded the group, what stands above all units at hand, who is host and who member?
// include: authority/_issuers, authority/_reach, authority/_host, authority/_term
