"use strict";
// The pictures of the page. What several share stands once in the data; here each picture gets its own
// nodes, ties and forms (layouts by language and width).
const frames = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("picture");
  const network = { nodes: new Map(read("nodes").map((node) => [node.id, node])), edges: read("edges") };
  const LISTS = ["boxes", "texts", "routes", "badges", "bands", "captions", "strands", "gone"];

  function form(stored) {
    const lists = LISTS.map((name) => [name, stored[name].map((number) => data.values[number])]);
    const made = { width: stored.width, height: stored.height, ...Object.fromEntries(lists) };
    return { ...made, bundled: new Set(made.strands.map(([, , , family]) => family)) };
  }

  function picture(stored, number) {
    const nodes = stored.nodes.map((place) => data.nodes[place]);
    return {
      ...stored,
      frame: number,
      nodes,
      ties: stored.ties.map((place) => data.ties[place]),
      edges: stored.ties.map((place) => network.edges[place]),
      forms: Object.fromEntries(Object.entries(stored.forms).map(([name, one]) => [name, form(one)])),
      index: new Map(nodes.map((node, index) => [node.uid, index])),
      card: data.card,
      chip: data.chip,
      badge_size: data.badge_size,
      caption_size: data.caption_size,
      faded: data.faded,
      trunk: data.trunk,
      strand_size: data.strand_size,
      // Places of boxes that are left out because another box is shown alone, or is collapsed.
      away: new Set(),
      pins: new Map(),
      colouring: "kind",
    };
  }

  // Whether a node of a picture is left out, or the legend has switched off its kind, role or rank.
  function nodeOff(node, own, hidden) {
    if (own.away.size && own.away.has(own.index.get(node.uid))) return true;
    const rank = node.rank && hidden.has(`rank:${node.step ?? "none"}`);
    return rank || hidden.has(`level:${node.level}`) || hidden.has(`role:${node.role}`);
  }

  // The same of a tie of a picture: its kind, its relation, or one of its ends.
  function tieOff(tie, own, hidden) {
    const ends = [tie.start, tie.end].map((uid) => own.nodes[own.index.get(uid)]);
    return hidden.has(tie.kind) || hidden.has(`relation:${tie.relation}`) || ends.some((node) => nodeOff(node, own, hidden));
  }

  // A node in the colour and with the sign of what the reader asks for: the type of a group, or what
  // its chair is to a member.
  function coloured(node, own) {
    if (own.colouring === "kind") return node;
    const marks = data.colours[own.colouring];
    const relations = new Set(own.ties.filter((tie) => tie.end === node.uid && tie.relation).map((tie) => tie.relation));
    const key = own.colouring === "type" ? node.level === "group" && node.role : relations.size > 1 ? "SEVERAL" : [...relations][0];
    return { ...node, ...(marks[key] ?? marks.NONE) };
  }

  return {
    kind: data.kind,
    coloured,
    nodes: data.nodes,
    ties: data.ties,
    nodeOff,
    tieOff,
    list: data.frames.map(picture),
    narrow: data.narrow,
    families: data.families,
    whose: data.whose,
    implied: new Set(data.implied),
    marked: data.marked,
    // Name of the form for a language and a canvas that is narrow or not.
    form: (language, narrow) => data.forms.filter((name) => name.startsWith(language)).at(narrow ? -1 : 0),
    node: (uid) => network.nodes.get(uid),
  };
})();
