// title: Readings
// zh: 口径
// question: Under which basis and scope is the group read?
// note: The first reading is the one asked for; with sensitivity, each other reading of DOMAIN section 3
//   follows: the other bases and scopes, branches kept apart, OUTSIDE counted, those who asked for the founding as
//   its issuers, overrides and derived ranks left out.
// gives: reading
// param sensitivity: boolean = true -- read the group under the other readings too -- 是否也按其他口径判读
UNWIND [{name: 'asked', basis: $basis, scope: $scope}] + CASE WHEN NOT $sensitivity THEN [] ELSE
  [b IN ['person', 'seat', 'unit'] WHERE b <> $basis | {name: 'basis=' + b, basis: b, scope: $scope}]
  + [s IN ['governments', 'all'] WHERE s <> $scope | {name: 'scope=' + s, basis: $basis, scope: s}]
  + [{name: 'branches_apart', basis: $basis, scope: $scope},
     {name: 'outside_counted', basis: $basis, scope: $scope},
     {name: 'petitioners', basis: $basis, scope: $scope},
     {name: 'without_override', basis: $basis, scope: $scope, without: 'override'},
     {name: 'without_derived', basis: $basis, scope: $scope, without: 'derived'}]
  END AS reading
