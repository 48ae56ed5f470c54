// title: The reading asked for
// question: What is each chair to each member under the basis and scope asked for?
// include: authority/_facts, authority/_leadership, authority/_past, authority/_basis, authority/_reading,
//   authority/_related
