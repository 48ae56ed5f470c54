"use strict";
// What a reader does to a picture: shows a box alone with what is tied to it, collapses what hangs on a
// box alone, moves boxes, colours them. Other scripts use:
//   work.state()             what of it differs from the first view, as entries of the address
//   work.take(hash)          does what an address says
//   work.only(), work.fold(), work.shift(step), work.back()    the keys of controls.js
const work = (() => {
  const byId = (id) => document.getElementById(id);
  const folded = new Set();
  const pins = new Map();
  const STEP = 12;
  let alone = "";
  for (const one of page.frames) one.pins = pins;

  const boxes = (count, zh = "个方框") => [`${count} ${count === 1 ? "box" : "boxes"}`, `${count} ${zh}`];
  const tell = (en, zh) => { page.live.textContent = lang.say([en, zh]); };
  const inHand = () => page.picture.nodes[page.chosen().node];
  const name = (node) => lang.say(node.names);

  // Boxes that are tied to this one and to nothing else.
  function hanging(one, place) {
    return one.tied(place).nodes.filter((other) => one.tied(other).nodes.every((end) => end === place));
  }

  // Leaves out of each picture what is not wanted now.
  function leaveOut(one) {
    const own = one.picture();
    const all = [...own.nodes.keys()];
    [own.away, own.folded] = [new Set(), new Map()];
    const away = [];
    const node = alone && frames.nodes.find((other) => other.uid === alone);
    const place = node ? page.counterpart(node, own) : -1;
    if (place >= 0) {
      const kept = new Set([place, ...one.tied(place).nodes]);
      away.push(...all.filter((other) => !kept.has(other)));
    }
    for (const root of all.filter((other) => folded.has(own.nodes[other].uid))) {
      const below = hanging(one, root);
      if (below.length) own.folded.set(root, below.length);
      away.push(...below);
    }
    own.away = new Set(away);
  }

  function buttons() {
    const node = inHand();
    byId("only").setAttribute("aria-pressed", String(Boolean(alone)));
    byId("fold").setAttribute("aria-pressed", String(Boolean(node && folded.has(node.uid))));
    byId("unpin").hidden = !pins.size;
  }

  function apply() {
    page.stages.forEach(leaveOut);
    const { node, tie } = page.chosen();
    if ((node >= 0 && !page.isShown(node)) || (tie >= 0 && !page.isTieShown(tie))) {
      page.panel.shut();
      page.unchoose();
    }
    page.arrange();
    buttons();
  }

  // The chosen box, or word that one is needed.
  function wanted() {
    if (!inHand()) tell("Choose a box first.", "请先选择一个方框。");
    return inHand();
  }

  function all() {
    alone = "";
    apply();
    tell("All boxes are shown again.", "已恢复显示全部方框。");
  }

  function only() {
    if (alone) return all();
    const node = wanted();
    if (!node) return;
    alone = node.uid;
    const [en, zh] = boxes(page.tied(page.chosen().node).nodes.length, "个相连方框");
    apply();
    tell(`${name(node)} and ${en} tied to it are shown alone. Escape shows all again.`, `仅显示${name(node)}及${zh}。Esc 恢复全部。`);
  }

  function fold() {
    const node = wanted();
    if (!node) return;
    const open = folded.delete(node.uid);
    if (open) {
      apply();
      return tell(`What hangs on ${name(node)} is shown again.`, `${name(node)}之下已展开。`);
    }
    const stage = page.stages.find((one) => one.picture() === page.picture);
    const [en, zh] = boxes(hanging(stage, page.chosen().node).length);
    folded.add(node.uid);
    apply();
    tell(`${en} that hang on ${name(node)} alone: collapsed.`, `已收起仅与${name(node)}相连的 ${zh}。`);
  }

  function shift([dx, dy]) {
    const node = wanted();
    if (!node || page.picture.layout !== "tiers") return;
    page.move(page.chosen().node, dx * STEP, dy * STEP);
    tell(`${name(node)} is moved and stays there.`, `${name(node)}已移动并固定。`);
  }

  function unpin() {
    pins.clear();
    apply();
    page.holder.focus();
    tell("All boxes stand where they stood at first.", "所有方框已回到原位。");
  }

  function back() {
    if (alone) return all();
    page.unchoose();
    tell("Nothing is chosen.", "未选择任何方框。");
  }

  // What colours boxes: the kind of unit, the type of group, or what the chair is to it.
  function colour(by, speak = true) {
    for (const one of page.frames) one.colouring = by;
    byId("colour").value = by;
    for (const list of document.querySelectorAll("[data-colours]")) list.hidden = list.dataset.colours !== by;
    for (const one of page.stages) one.again();
    page.tell("work");
    const said = byId("colour").selectedOptions[0];
    if (speak) tell(`Colour and sign tell the ${said.dataset.en}.`, `颜色与符号表示${said.dataset.zh}。`);
  }

  function state() {
    const by = byId("colour").value;
    return [
      ...(alone ? [["only", alone]] : []),
      ...[...folded].map((uid) => ["collapsed", uid]),
      ...[...pins].map(([uid, place]) => ["pin", [uid, ...place.map(Math.round)].join(",")]),
      ...(by === "kind" ? [] : [["colour", by]]),
    ];
  }

  function take(hash) {
    const known = (uid) => frames.nodes.some((node) => node.uid === uid);
    alone = known(hash.get("only")) ? hash.get("only") : "";
    folded.clear();
    for (const uid of hash.getAll("collapsed").filter(known)) folded.add(uid);
    pins.clear();
    for (const text of hash.getAll("pin")) {
      const [, uid, dx, dy] = text.match(/^(.*),(-?\d{1,5}),(-?\d{1,5})$/s) ?? [];
      if (known(uid)) pins.set(uid, [Number(dx), Number(dy)]);
    }
    const by = [...byId("colour").options].find((option) => option.value === hash.get("colour"));
    colour(by ? by.value : "kind", false);
    apply();
  }

  // On a phone the drawing comes first.
  const narrow = matchMedia("(max-width: 640px)");
  const stand = () => document.querySelector(".stage")[narrow.matches ? "after" : "before"](document.querySelector(".work"));
  narrow.addEventListener("change", stand);
  stand();
  byId("only").addEventListener("click", only);
  byId("fold").addEventListener("click", fold);
  byId("unpin").addEventListener("click", unpin);
  byId("colour").addEventListener("change", () => colour(byId("colour").value));
  page.onChange((what) => {
    if (["hidden", "frame"].includes(what) && (alone || folded.size)) apply();
    if (["chosen", "moved"].includes(what)) buttons();
  });
  return { state, take, only, fold, shift, back };
})();
