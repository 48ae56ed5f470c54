// title: The reading asked for
// zh: 所问的口径
// question: Under which basis and scope is the group read?
// gives: reading
UNWIND [{name: 'asked', basis: $basis, scope: $scope}] AS reading
