"use strict";
// Lines of a matrix, groups or members, in an order, and those of a name. A line is { axis, place, line }.
const lines = (() => {
  // Letters and digits alone: "Xi'an" is found as xian.
  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const rank = ({ line }) => -(line.rank ?? -1);
  // Regions stand in the order of the data, fields by name.
  const family = ({ axis, line }, { members }) => (axis === "members" ? members.findIndex((one) => one.family[0] === line.family[0]) : lang.say(line.family));
  const KEYS = {
    rank: (one) => [rank(one)],
    name: (one) => [lang.say(one.line.names)],
    // A start that is known by a day counts as that day; one that nobody knows comes last.
    date: ({ line }) => [(line.since ?? "").replace(/[^\d-]/g, "") || "9999"],
    family: (one, matrix) => [family(one, matrix), rank(one)],
    families: (one, matrix) => [family(one, matrix)],
    number: ({ axis, place }, matrix) => [-matrix.of[axis][place].length],
  };

  function compare(one, other) {
    for (const [place, value] of one.entries()) {
      const order = typeof value === "string" ? value.localeCompare(other[place], lang.current()) : value - other[place];
      if (order) return order;
    }
    return 0;
  }

  // What a key leaves equal keeps its order.
  function ordered(matrix, all, key) {
    const keys = new Map(all.map((one) => [one, KEYS[key](one, matrix)]));
    return [...all].sort((one, other) => compare(keys.get(one), keys.get(other)));
  }

  // Whether a line is called so, in either language; null where nothing is looked for.
  function named(text) {
    const wanted = plain(text);
    return wanted ? ({ line }) => [...line.names, line.uid].some((name) => plain(name).includes(wanted)) : null;
  }

  return { ordered, named };
})();
