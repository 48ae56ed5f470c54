"use strict";
// The divisions of the page, unpacked from their columns. They stand in tree order: a unit, then all
// below it; `end` is the place after the last of them. So a branch is a slice, and how many units of it
// a filter keeps is one difference of running counts.
const world = (() => {
  const packed = JSON.parse(document.getElementById("nation").textContent);
  const { count } = packed;
  const column = ({ by, text }) => text.split(by);

  function runs(pairs) {
    const all = new Uint32Array(count);
    for (let i = 0, at = 0; i < pairs.length; i += 2) all.fill(pairs[i], at, (at += pairs[i + 1]));
    return all;
  }

  const names = column(packed.names);
  const pinyin = column(packed.pinyin);
  const trait = runs(packed.traits_of);
  let before = "";
  const codes = column(packed.codes).map((code) => (before = before.slice(0, parseInt(code[0], 36)) + code.slice(1)));

  const parent = new Int32Array(count).fill(-1);
  const depth = new Uint16Array(count);
  const end = new Uint32Array(count).fill(count);
  const below = runs(packed.below);
  const path = [];
  const left = Uint32Array.from(below);
  for (let i = 0; i < count; i += 1) {
    while (path.length && !left[path.at(-1)]) end[path.pop()] = i;
    if (path.length) {
      parent[i] = path.at(-1);
      depth[i] = path.length;
      left[parent[i]] -= 1;
    }
    path.push(i);
  }

  // Ties by the way a unit is led, as draw.js takes them: the stem that all share is never broken.
  const lines = packed.modes.map(([, line]) => ({ kind: "COMMAND", carrier: { ...line, dash: [] }, line }));
  const level = (i) => packed.kinds[packed.traits[trait[i]][0]][0];
  const kind = (i) => packed.kinds[packed.traits[trait[i]][0]].slice(1);
  const capital = (text) => (/^[a-z]/.test(text) ? text[0].toUpperCase() + text.slice(1) : text);
  const english = (i) => packed.english[i] ?? capital(pinyin[i]);

  // What a filter keeps: `levels` a set of levels, `only` a kind or "". Kept units and those above them
  // are drawn.
  let filter = { levels: new Set(Object.keys(packed.levels)), only: "" };
  const kept = new Uint32Array(count + 1);
  function keep(levels, only) {
    filter = { levels, only };
    const wanted = packed.traits.map(([number]) => levels.has(packed.kinds[number][0]) && (!only || packed.kinds[number][2] === only));
    for (let i = 0; i < count; i += 1) kept[i + 1] = kept[i] + (wanted[trait[i]] ? 1 : 0);
  }
  keep(filter.levels, "");
  const held = (i) => kept[end[i]] - kept[i + 1];
  const keeps = (i) => kept[i + 1] > kept[i];
  const shown = (i) => kept[end[i]] > kept[i];

  // Units directly below a unit, or the top ones below -1, as far as the filter shows them.
  function children(i) {
    const found = [];
    const last = i < 0 ? count : end[i];
    for (let child = i + 1; child < last; child = end[child]) if (shown(child)) found.push(child);
    return found;
  }

  function above(i) {
    const found = [];
    for (let up = parent[i]; up >= 0; up = parent[up]) found.push(up);
    return found;
  }

  // A unit in the address: its code; where that is not one unit's own, its place in the list.
  let places;
  function byCode() {
    if (!places) {
      places = new Map();
      codes.forEach((code, i) => places.set(code, places.has(code) ? -1 : i));
    }
    return places;
  }

  return {
    ...packed, names, codes, parent, depth, end, below, level, kind, english, keep, keeps, held, shown, children, above,
    read: (i) => pinyin[i],
    differing: packed.english, // names in English that are not their pinyin
    filter: () => filter,
    kept: () => kept[count],
    // The row of what a unit shares with others: its rank, validity, lead, sources.
    facts: (i) => {
      const [, rank, period, mode, sources, led] = packed.traits[trait[i]];
      const named = (list) => list.map((number) => packed.sources[number]);
      return { rank: packed.ranks[rank], period: packed.periods[period], mode: packed.modes[mode][0], sources: named(sources), led: named(led) };
    },
    line: (i) => lines[packed.traits[trait[i]][3]],
    mark: (i) => packed.levels[level(i)],
    // Name in the language of the page, then the other one; equal where no English name is known.
    label: (i) => (lang.current() === "en" ? [english(i) || names[i], names[i]] : [names[i], english(i) || names[i]]),
    reference: (i) => (/^\w+$/.test(codes[i]) && byCode().get(codes[i]) === i ? codes[i] : `~${i}`),
    find: (text) => {
      const i = text[0] === "~" ? Number(text.slice(1)) : byCode().get(text) ?? -1;
      return Number.isInteger(i) && i >= 0 && i < count ? i : -1;
    },
  };
})();
