// title: Chairs and members under a reading
// zh: 某一口径下的组长与成员
// question: What is each chair to each member in scope?
// include: authority/_scope, authority/_leaders, authority/_relation, authority/_sides
