// title: Who sits
// zh: 在组内任职者
// question: Who chairs the group on the day, who else sits, and which units may be members?
// include: authority/_chairs, authority/_seats, authority/_members
