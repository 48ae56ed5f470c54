// title: Figures and type
// zh: 各项数值与类型
// question: Which gap, coverage, origin and type has the group under a reading, and what must a reader know?
// include: authority/_coverage, authority/_origin, authority/_completions, authority/_type,
//   authority/_certainty, authority/_flags
