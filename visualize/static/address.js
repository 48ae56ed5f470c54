"use strict";
// The view stands in the address after "#", so that a link restores it: what is chosen and whether its
// details are open, what is switched off, zoom and centre. Entries of others there (the language, a
// day) are left alone, and what can not be understood is passed over.
const address = (() => {
  const byId = (id) => document.getElementById(id);
  const OWN = ["side", "node", "from", "to", "tie", "nth", "details", "hide", "only", "collapsed", "pin", "colour", "zoom", "at"];
  const same = (tie) => (other) => tie.start === other.start && tie.end === other.end && tie.kind === other.kind;
  let waiting = 0;

  function chosen() {
    const { nodes, ties } = page.picture;
    const { node, tie } = page.chosen();
    if (node >= 0) return [["node", nodes[node].uid]];
    if (tie < 0) return [];
    const made = [["from", ties[tie].start], ["to", ties[tie].end], ["tie", ties[tie].kind]];
    const before = ties.slice(0, tie).filter(same(ties[tie])).length;
    return before ? [...made, ["nth", before + 1]] : made;
  }

  function view() {
    const { x, y, scale } = page.view();
    if (Math.abs(scale - 1) < 0.005 && Math.abs(x - 0.5) < 0.005 && Math.abs(y - 0.5) < 0.005) return [];
    return [["zoom", scale.toFixed(2)], ["at", `${x.toFixed(3)},${y.toFixed(3)}`]];
  }

  function state() {
    const off = filters.off();
    return [
      ...(frames.kind === "beside" && page.current() ? [["side", page.current() + 1]] : []),
      ...chosen(),
      ...(page.panel.isOpen() ? [["details", "open"]] : []),
      ...(off && (off.length ? off.map((key) => ["hide", key]) : [["hide", ""]]) || []),
      ...work.state(),
      ...view(),
    ];
  }

  function keep() {
    clearTimeout(waiting);
    waiting = 0;
    const hash = anchor.entries();
    for (const name of OWN) hash.delete(name);
    for (const [name, value] of state()) hash.append(name, value);
    if (`#${hash}` === location.hash || (!hash.size && !location.hash)) return;
    anchor.keep(hash);
  }

  const soon = () => { waiting ||= setTimeout(keep, 300); };

  function number(text, least, most) {
    const value = Number.parseFloat(text);
    return value >= least && value <= most ? value : null;
  }

  function choose(hash) {
    const { index, ties } = page.picture;
    const wanted = same({ start: hash.get("from"), end: hash.get("to"), kind: hash.get("tie") });
    const places = [...ties.keys()].filter((place) => wanted(ties[place]));
    const tie = places[(number(hash.get("nth"), 1, places.length) ?? 1) - 1] ?? -1;
    const node = hash.has("node") ? index.get(hash.get("node")) ?? -1 : -1;
    if (node >= 0 && page.isShown(node)) page.choose(node);
    else if (node < 0 && tie >= 0) page.chooseTie(tie);
    else page.unchoose();
    page.panel.shut();
    const now = page.chosen();
    if (hash.get("details") !== "open" || now.node < 0 && now.tie < 0) return;
    now.tie >= 0 ? page.panel.tie(now.tie) : page.panel.node(now.node);
  }

  function look(hash) {
    const [x, y] = (hash.get("at") ?? "").split(",").map((text) => number(text, -1, 2));
    const scale = number(hash.get("zoom"), 0.3, 12);
    if (scale !== null && x != null && y != null) page.look({ x, y, scale });
  }

  function restore() {
    const hash = anchor.entries();
    const side = number(hash.get("side"), 1, page.frames.length);
    if (frames.kind === "beside") page.show(Math.trunc(side ?? 1) - 1);
    filters.take(hash.has("hide") ? hash.getAll("hide") : null);
    work.take(hash);
    page.whole();
    choose(hash);
    look(hash);
    keep();
  }

  function copied() {
    page.live.textContent = lang.say(["The link to this view is copied.", "已复制此视图的链接。"]);
  }

  // Where the clipboard is refused the link stands in a field, selected.
  function offer() {
    byId("link-box").hidden = false;
    byId("link-text").value = location.href;
    byId("link-text").focus();
    byId("link-text").select();
    page.live.textContent = lang.say(["Copying is refused here. The link is selected: copy it with the keyboard.", "此处不允许复制。链接已选中，请用键盘复制。"]);
  }

  byId("link").addEventListener("click", async () => {
    keep();
    byId("link-box").hidden = true;
    try {
      await navigator.clipboard.writeText(location.href);
      copied();
    } catch {
      offer();
    }
  });
  byId("link-box").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    byId("link-box").hidden = true;
    byId("link").focus();
  });
  byId("link-done").addEventListener("click", () => { byId("link-box").hidden = true; byId("link").focus(); });

  // After the others who read the address: a box is looked for in the picture of their day.
  addEventListener("hashchange", () => setTimeout(restore));
  addEventListener("DOMContentLoaded", () => { if (OWN.some((name) => anchor.entries().has(name))) restore(); });
  page.onChange(soon);
  new MutationObserver(soon).observe(byId("panel"), { attributeFilter: ["hidden"] });
  return { keep };
})();
