"use strict";
// One picture: vis-network holds the boxes and the view, this file adds routes, choice, keys, search.
const page = (() => {
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);
  const picture = read("picture");
  const holder = byId("canvas");
  const live = byId("live");
  const number = new Map(picture.nodes.map((node, index) => [node.uid, index]));
  const hidden = new Set();
  const arrows = picture.layout === "tiers";
  const NARROW = 640;
  const TALLEST = 12000;
  let form;
  let unit = 1;
  let chosen = { node: -1, tie: -1 };

  const isChosen = (kind, index) => chosen[kind] === index;
  const shownTie = (tie) => !hidden.has(tie.kind);
  const touches = (tie) => chosen.tie < 0 && chosen.node >= 0 && [tie.start, tie.end].includes(picture.nodes[chosen.node].uid);

  function paintBox(ctx, index) {
    const { unknown, supposed } = picture.nodes[index];
    const dash = unknown ? picture.dashes.unknown : supposed ? picture.dashes.supposed : [];
    const state = { selected: isChosen("node", index), dash };
    const paint = arrows ? draw.card : draw.chip;
    paint(ctx, picture.nodes[index], form.boxes[index], form.texts[index], arrows ? picture.card : picture.chip, state);
  }

  function paintTies(ctx, strong) {
    const own = [...picture.ties.keys()].filter((index) => {
      const tie = picture.ties[index];
      return shownTie(tie) && (isChosen("tie", index) || touches(tie)) === strong;
    });
    const state = { arrows, wider: strong ? 2 : 0 };
    draw.routes(ctx, own.map((index) => picture.ties[index]), own.map((index) => form.routes[index]), state);
  }

  function paintUnder(ctx) {
    draw.bands(ctx, form);
    paintTies(ctx, false);
    paintTies(ctx, true);
    draw.scale(ctx, form);
  }

  function paintBadges(ctx) {
    picture.ties.forEach((tie, index) => {
      const place = form.badges[index];
      if (place && shownTie(tie)) draw.badge(ctx, tie, place, picture.badge_size, { selected: isChosen("tie", index) });
    });
  }

  const custom = ({ ctx, id }) => {
    const [, , width, height] = form.boxes[number.get(id)];
    return { drawNode: () => paintBox(ctx, number.get(id)), nodeDimensions: { width, height } };
  };

  const currentForm = () => picture.forms[`${lang.current()}-${holder.clientWidth < NARROW ? 358 : 1180}`];
  form = currentForm();
  const nodes = new vis.DataSet(read("nodes").map((node) => ({ ...node, ctxRenderer: custom })));
  const edges = new vis.DataSet(read("edges"));
  const network = new vis.Network(holder, { nodes, edges }, read("options"));
  for (const inner of holder.querySelectorAll("[tabindex]")) inner.tabIndex = -1;

  function whole() {
    network.moveTo({ position: { x: form.width / 2, y: form.height / 2 }, scale: unit });
  }

  function arrange() {
    form = currentForm();
    nodes.update(form.boxes.map(([x, y], index) => ({ id: picture.nodes[index].uid, x, y })));
    unit = Math.min(1.25, holder.clientWidth / form.width);
    const height = Math.min(TALLEST, Math.max(240, Math.ceil(form.height * unit)));
    holder.style.height = `${height}px`;
    network.setSize("100%", `${height}px`);
    network.redraw();
    whole();
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(unit / 3, network.getScale() * factor)) });
  }

  // Scrolls view and page so that a box can be seen.
  function reveal(index) {
    const [x, y] = form.boxes[index];
    const place = network.canvasToDOM({ x, y });
    if (place.x < 0 || place.y < 0 || place.x > holder.clientWidth || place.y > holder.clientHeight)
      network.moveTo({ position: { x, y } });
    const top = holder.getBoundingClientRect().top + network.canvasToDOM({ x, y }).y;
    if (top < 60 || top > innerHeight - 60) scrollBy({ top: top - innerHeight / 2 });
  }

  const nodeText = (node) => [lang.say(node.names), lang.say(node.roles), node.rank ? lang.say(node.rank) : ""].filter(Boolean).join(", ");
  const nameOf = (uid) => lang.say(picture.nodes[number.get(uid)].names);
  const tieText = (tie) => `${nameOf(tie.start)} → ${nameOf(tie.end)}: ${lang.say(tie.says) || lang.say(tie.kinds)}`;

  function choose(index, speech = "") {
    chosen = { node: index, tie: -1 };
    reveal(index);
    network.redraw();
    live.textContent = `${nodeText(picture.nodes[index])}. ${speech || `${index + 1} / ${picture.nodes.length}`}`;
    if (!byId("panel").hidden) panel.node(index);
  }

  function chooseTie(index) {
    chosen = { node: -1, tie: index };
    network.redraw();
    live.textContent = tieText(picture.ties[index]);
  }

  const panel = (() => {
    const section = byId("panel");
    const body = byId("panel-body");

    function add(parent, tag, words) {
      const made = document.createElement(tag);
      made.textContent = words;
      made.dir = "auto";
      return parent.appendChild(made);
    }

    function facts(thing, first) {
      const list = document.createElement("dl");
      const pairs = thing.facts.map(([le, lz, ve, vz]) => [[le, lz], [ve, vz]]);
      for (const [label, value] of [...first, ...pairs]) {
        add(list, "dt", lang.say(label));
        add(list, "dd", lang.say(value));
      }
      body.append(list);
    }

    function sources(thing) {
      if (!thing.sources.length) return;
      add(body, "h3", lang.say(["Sources", "来源"]));
      const list = body.appendChild(document.createElement("ul"));
      for (const [title, url] of thing.sources) {
        const item = list.appendChild(document.createElement("li"));
        const text = add(item, url ? "a" : "span", title);
        if (!url) continue;
        text.href = url;
        text.rel = "noreferrer noopener";
      }
    }

    function ties(uid) {
      const own = [...picture.ties.entries()].filter(([, tie]) => tie.start === uid || tie.end === uid);
      if (!own.length) return;
      add(body, "h3", lang.say(["Ties", "连线"]));
      const list = body.appendChild(document.createElement("ul"));
      for (const [index, tie] of own) {
        const button = add(list.appendChild(document.createElement("li")), "button", tieText(tie));
        button.type = "button";
        button.addEventListener("click", () => { chooseTie(index); showTie(index); section.focus(); });
      }
    }

    function open(title, index) {
      byId("panel-title").textContent = title;
      const [x, y] = form.boxes[index];
      section.classList.toggle("left", network.canvasToDOM({ x, y }).x > holder.clientWidth / 2);
      body.replaceChildren();
      section.hidden = false;
      if (holder.clientWidth < NARROW) return;
      const box = holder.getBoundingClientRect();
      section.style.top = `${Math.max(0, -box.top)}px`;
      section.style.maxHeight = `${Math.min(innerHeight - Math.max(0, box.top), box.height)}px`;
    }

    function showNode(index) {
      const node = picture.nodes[index];
      open(lang.say(node.names), index);
      const first = [[["Chinese name", "英文名称"], [node.names[1], node.names[0]]], [["Kind", "类别"], node.kind], [["Role", "角色"], node.roles]];
      if (node.rank) first.push([["Rank", "级别"], node.rank]);
      facts(node, first);
      sources(node);
      ties(node.uid);
    }

    function showTie(index) {
      const tie = picture.ties[index];
      open(`${nameOf(tie.start)} → ${nameOf(tie.end)}`, number.get(tie.end));
      const first = [[["Tie", "连线"], tie.kinds], [["Relation and gap, or label", "关系与级差，或标签"], tie.says]];
      if (lang.say(tie.label) !== lang.say(tie.says)) first.push([["Label", "标签"], tie.label]);
      facts(tie, first);
      sources(tie);
    }

    return {
      node: showNode,
      tie: showTie,
      focus: () => section.focus(),
      close: () => { section.hidden = true; holder.focus(); },
      again: () => { if (!section.hidden) chosen.tie >= 0 ? showTie(chosen.tie) : showNode(Math.max(0, chosen.node)); },
    };
  })();

  const boxAt = ({ x, y }) => form.boxes.findIndex(([bx, by, width, height]) => Math.abs(x - bx) <= width / 2 && Math.abs(y - by) <= height / 2);

  function away({ x, y }, [x1, y1], [x2, y2]) {
    const square = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
    const part = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
    return Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
  }

  // The tie under the pointer: its words count as it, then the nearest last piece within 7 pixels.
  function tieAt(point) {
    const onBadge = form.badges.findIndex((b, index) => b && shownTie(picture.ties[index]) && Math.abs(point.x - b[0]) <= b[3] / 2 && Math.abs(point.y - b[1]) <= 9);
    if (onBadge >= 0) return onBadge;
    const near = (points) => away(point, ...points.slice(-2));
    const index = form.routes.reduce((best, points, i) => (shownTie(picture.ties[i]) && near(points) < (best < 0 ? 7 : near(form.routes[best])) ? i : best), -1);
    return index;
  }

  network.on("beforeDrawing", paintUnder);
  network.on("afterDrawing", paintBadges);
  network.on("click", ({ pointer }) => {
    const index = boxAt(pointer.canvas);
    const tie = index < 0 ? tieAt(pointer.canvas) : -1;
    if (index >= 0) { choose(index); panel.node(index); }
    else if (tie >= 0) { chooseTie(tie); panel.tie(tie); }
    else { chosen = { node: -1, tie: -1 }; network.redraw(); }
  });

  // Runs `paint` as if nothing were chosen.
  function unchosen(paint) {
    const before = chosen;
    chosen = { node: -1, tie: -1 };
    paint();
    chosen = before;
  }

  return { picture, holder, live, network, hidden, unchosen, paintUnder, paintBox, paintBadges, arrange, whole, zoom, choose, panel, form: () => form, chosen: () => chosen };
})();
