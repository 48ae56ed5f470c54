// title: Basis and scope
// zh: 级别依据与范围
// question: Which ranks of the chair count, and which members are in scope?
// param basis: string = person -- the chair's rank and commands: person (all posts of the holder), seat (the
//   chairing post alone), unit (the rank of that post's unit, commands as seat)
//   -- 组长的级别和统属：person（任职者的全部职务）、seat（仅任组长的职务）或 unit（该职务所在单位的级别，
//   统属与 seat 相同）
// param scope: string = auto -- auto, governments or all -- auto 自动、governments 只计政府或 all 计全部成员
