// title: The reading asked for
// question: Under which basis and scope is the group read?
// gives: reading
UNWIND [{name: 'asked', basis: $basis, scope: $scope}] AS reading
