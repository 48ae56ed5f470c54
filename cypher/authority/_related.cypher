// title: Chairs and members under a reading
// question: What is each chair to each member in scope?
// include: authority/_scope, authority/_leaders, authority/_relation, authority/_sides
