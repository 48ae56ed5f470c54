// title: Figures and type
// question: Which gap, coverage, origin and type has the group under a reading, and what must a reader know?
// include: authority/_coverage, authority/_origin, authority/_type, authority/_flags
