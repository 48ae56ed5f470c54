"use strict";
// The pictures of the page. What several share stands once in the data; here each picture gets its own
// nodes, ties and forms (layouts by language and width).
const frames = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("picture");
  const network = { nodes: new Map(read("nodes").map((node) => [node.id, node])), edges: read("edges") };
  const LISTS = ["boxes", "texts", "routes", "badges", "bands", "captions", "gone"];

  function form(stored) {
    const lists = LISTS.map((name) => [name, stored[name].map((number) => data.values[number])]);
    return { width: stored.width, height: stored.height, ...Object.fromEntries(lists) };
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
      dashes: data.dashes,
      faded: data.faded,
    };
  }

  // Whether the legend has switched a node off: its kind, its role or its rank.
  function nodeOff(node, hidden) {
    const rank = node.rank && hidden.has(`rank:${node.step ?? "none"}`);
    return rank || hidden.has(`level:${node.level}`) || hidden.has(`role:${node.role}`);
  }

  // The same of a tie of a picture: its kind, its relation, or one of its ends.
  function tieOff(tie, own, hidden) {
    const ends = [tie.start, tie.end].map((uid) => own.nodes[own.index.get(uid)]);
    return hidden.has(tie.kind) || hidden.has(`relation:${tie.relation}`) || ends.some((node) => nodeOff(node, hidden));
  }

  return {
    kind: data.kind,
    nodes: data.nodes,
    ties: data.ties,
    nodeOff,
    tieOff,
    list: data.frames.map(picture),
    narrow: data.narrow,
    marked: data.marked,
    // Name of the form for a language and a canvas that is narrow or not.
    form: (language, narrow) => data.forms.filter((name) => name.startsWith(language)).at(narrow ? -1 : 0),
    node: (uid) => network.nodes.get(uid),
  };
})();
