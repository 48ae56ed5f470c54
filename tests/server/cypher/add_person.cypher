// One person, so that a dump has something to carry.
CREATE (:Person {uid: $uid, name: $name})
