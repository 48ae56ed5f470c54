// title: The reading asked for
// question: What is each chair to each member under the basis and scope asked for?
// include: authority/_led, authority/_reading, authority/_related
