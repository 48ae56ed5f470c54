// title: Facts and leadership
// zh: 基本情况与组长形式
// question: What is known of a group on the day, who leads it, and what was it before?
// include: authority/_facts, authority/_leadership, authority/_past, authority/_basis
