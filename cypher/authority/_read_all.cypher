// title: Every reading
// question: Of which type is the group under the reading asked for, and under each other one?
// include: authority/_facts, authority/_leadership, authority/_past, authority/_basis, authority/_readings,
//   authority/_related, authority/_judged
