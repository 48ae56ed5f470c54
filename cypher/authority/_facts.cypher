// title: Facts of a group
// zh: 小组的基本情况
// question: What is known of a group on the day before it is read under a basis and a scope?
// include: authority/_sitting, authority/_hosted
