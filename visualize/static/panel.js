"use strict";
// The details of a box or a tie, with sources; of a unit on two sides both, beside each other.
page.panel = (() => {
  const section = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const beside = frames.kind === "beside";
  section.classList.toggle("both", beside);

  function add(parent, tag, words) {
    const made = document.createElement(tag);
    made.textContent = words;
    made.dir = "auto";
    return parent.appendChild(made);
  }

  function facts(into, thing, first) {
    const list = document.createElement("dl");
    const pairs = thing.facts.map(([le, lz, ve, vz]) => [[le, lz], [ve, vz]]);
    for (const [label, value] of [...first, ...pairs]) {
      add(list, "dt", lang.say(label));
      add(list, "dd", lang.say(value));
    }
    into.append(list);
  }

  function sources(into, thing) {
    if (!thing.sources.length) return add(into, "p", lang.say(["No source is recorded.", "未记载来源。"]));
    add(into, "h3", lang.say(["Sources", "来源"]));
    const list = into.appendChild(document.createElement("ul"));
    for (const [title, url] of thing.sources) {
      const item = list.appendChild(document.createElement("li"));
      const text = add(item, url ? "a" : "span", title);
      if (!url) continue;
      text.href = url;
      text.rel = "noreferrer noopener";
    }
  }

  const ties = (into, uid, picture) => list(into, ["Ties", "连线"], [...picture.ties.entries()].filter(([, tie]) => tie.start === uid || tie.end === uid), picture);

  // Ties as buttons that choose them.
  function list(into, title, own, picture) {
    if (!own.length) return;
    add(into, "h3", lang.say(title));
    const made = into.appendChild(document.createElement("ul"));
    for (const [place, tie] of own) {
      const button = add(made.appendChild(document.createElement("li")), "button", page.tieText(tie, picture));
      button.type = "button";
      button.addEventListener("click", () => {
        page.show(picture.frame);
        page.chooseTie(place);
        showTie(place);
        section.focus();
      });
    }
  }

  function open(title, place) {
    document.getElementById("panel-title").textContent = title;
    const { holder, network } = page;
    const [x, y] = page.form().boxes[place];
    section.classList.toggle("left", network.canvasToDOM({ x, y }).x > holder.clientWidth / 2);
    body.replaceChildren();
    section.hidden = false;
    if (beside || holder.clientWidth < 640) return;
    const box = holder.getBoundingClientRect();
    section.style.top = `${Math.max(0, -box.top)}px`;
    section.style.maxHeight = `${Math.min(innerHeight - Math.max(0, box.top), box.height)}px`;
  }

  function told(into, node, picture) {
    const first = [[["Chinese name", "英文名称"], [node.names[1], node.names[0]]], [["Kind", "类别"], node.kind], [["Role", "角色"], node.roles]];
    if (node.rank) first.push([node.rank_of, node.rank]);
    const mark = page.markText(node, picture);
    if (mark) first.push([["Compared with the other picture", "与另一图相比"], [mark, mark]]);
    facts(into, node, first);
    sources(into, node);
    ties(into, node.uid, picture);
  }

  function showNode(place) {
    const node = page.picture.nodes[place];
    open(lang.say(node.names), place);
    if (!beside) return told(body, node, page.picture);
    for (const one of page.frames) {
      const side = body.appendChild(document.createElement("div"));
      side.className = "told";
      add(side, "h3", lang.say(one.name));
      const found = one === page.picture ? place : page.counterpart(node, one);
      if (found < 0) add(side, "p", lang.say(["Not here.", "此侧没有。"]));
      else told(side, one.nodes[found], one);
    }
  }

  function showTie(place) {
    const tie = page.picture.ties[place];
    open(`${page.nameOf(tie.start)} → ${page.nameOf(tie.end)}`, page.picture.index.get(tie.end));
    const first = [[["Tie", "连线"], tie.kinds], [["Relation and gap, or label", "关系与级差，或标签"], tie.says]];
    if (lang.say(tie.label) !== lang.say(tie.says)) first.push([["Label", "标签"], tie.label]);
    facts(body, tie, first);
    sources(body, tie);
    const others = page.sharing(place).filter((other) => other !== place);
    list(body, ["In the same bundle", "同束连线"], others.map((other) => [other, page.picture.ties[other]]), page.picture);
  }

  const isOpen = () => !section.hidden;
  const shut = () => { section.hidden = true; };
  return {
    isOpen, shut, add, facts, sources,
    node: showNode,
    tie: showTie,
    focus: () => section.focus(),
    close: () => { shut(); page.holder.focus(); },
    again() {
      const { node, tie } = page.chosen();
      if (isOpen()) tie >= 0 ? showTie(tie) : showNode(Math.max(0, node));
    },
  };
})();
