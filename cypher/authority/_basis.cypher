// title: Basis and scope
// question: Which ranks of the chair count, and which members are in scope?
// param basis: string = person -- the chair's rank and commands: person (all posts of the holder), seat (the
//   chairing post alone), unit (the rank of that post's unit, commands as seat)
// param scope: string = auto -- auto, governments or all
