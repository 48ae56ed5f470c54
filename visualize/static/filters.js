"use strict";
// The legend that filters: a box that is not ticked switches off a kind of box, a role, a rank, a
// relation or a kind of tie, in the drawing, for the keys and in the table. Other scripts use:
//   filters.off()            what is off where that is not the state of first view, else null
//   filters.take(list)       switches off these and nothing else; null: the state of first view
const filters = (() => {
  const byId = (id) => document.getElementById(id);
  const inputs = [...document.querySelectorAll("input[data-kind]")];
  const first = new Set(inputs.filter((input) => !input.checked).map((input) => input.dataset.kind));
  const rows = { boxes: [...document.querySelectorAll("#boxes tbody tr")], ties: [...document.querySelectorAll("#ties tbody tr")] };

  // Of what is in hand: [drawn, all] boxes and ties.
  function counts() {
    const count = (what, test) => page.stages.reduce(([on, all], one) => {
      const list = one.picture()[what];
      return [on + list.filter((thing, place) => test(one, thing, place)).length, all + list.length];
    }, [0, 0]);
    return { boxes: count("nodes", (one, _, place) => one.isShown(place)), ties: count("ties", (one, tie) => one.isTieShown(tie)) };
  }

  function says({ boxes, ties }) {
    const number = (value) => value.toLocaleString("en");
    const [a, b, c, d] = [...boxes, ...ties].map(number);
    return lang.say([`Showing ${a} of ${b} boxes and ${c} of ${d} ties.`, `显示 ${b} 个方框中的 ${a} 个，${d} 条连线中的 ${c} 条。`]);
  }

  // Nodes and ties of pictures that the legend leaves; what pictures share is one.
  // Ties of command that other ties say stand in the table whether they are drawn or not.
  function left(pictures) {
    const on = { boxes: new Set(), ties: new Set() };
    const hidden = new Set([...page.hidden].filter((key) => !frames.implied.has(key)));
    for (const one of pictures) {
      for (const node of one.nodes) if (!frames.nodeOff(node, one, hidden)) on.boxes.add(node);
      for (const tie of one.ties) if (!frames.tieOff(tie, one, hidden)) on.ties.add(tie);
    }
    return on;
  }

  // The rows of the table stand in the order of the data, for all pictures of the page.
  function tables() {
    const [on, now] = [left(frames.list), left(page.stages.map((one) => one.picture()))];
    for (const name of ["boxes", "ties"]) {
      const data = frames[name === "boxes" ? "nodes" : "ties"];
      rows[name].forEach((row, place) => row.classList.toggle("off", !on[name].has(data[place])));
      byId(`count-${name}`).textContent = now[name].size;
    }
  }

  function show() {
    for (const input of inputs) input.checked = !page.hidden.has(input.dataset.kind);
    byId("filtered").textContent = says(counts());
    byId("show-all").setAttribute("aria-disabled", String(!page.hidden.size));
    byId("first-view").hidden = !off();
    tables();
  }

  function take(list) {
    const wanted = new Set(list ?? first);
    const known = new Set(inputs.map((input) => input.dataset.kind));
    page.hideOnly([...wanted].filter((key) => known.has(key)));
  }

  function off() {
    const same = page.hidden.size === first.size && [...first].every((key) => page.hidden.has(key));
    return same ? null : [...page.hidden];
  }

  // A box that is switched off is not in hand any more.
  function letGo() {
    const { node, tie } = page.chosen();
    const stage = page.stages.find((one) => one.picture() === page.picture);
    const gone = (node >= 0 && !stage.isShown(node)) || (tie >= 0 && !stage.isTieShown(page.picture.ties[tie]));
    if (!gone) return;
    page.panel.shut();
    page.unchoose();
  }

  for (const input of inputs) input.addEventListener("change", () => page.hide(input.dataset.kind, !input.checked));
  byId("show-all").addEventListener("click", () => take([]));
  byId("first-view").addEventListener("click", () => { take(null); byId("show-all").focus(); });
  page.onChange((what) => {
    if (what === "hidden") letGo();
    if (["hidden", "frame", "form"].includes(what)) show();
  });
  take(null);
  return { off, take };
})();
