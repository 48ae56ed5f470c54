// title: Facts of a group
// question: What is known of a group on the day before it is read under a basis and a scope?
// include: authority/_sitting, authority/_hosted
