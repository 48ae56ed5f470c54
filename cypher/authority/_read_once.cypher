// title: The reading asked for
// zh: 按所问口径的判读
// question: What is each chair to each member under the basis and scope asked for?
// include: authority/_led, authority/_reading, authority/_related
