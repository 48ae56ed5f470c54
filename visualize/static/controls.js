"use strict";
// What a reader does with a picture: keys, zoom, language.
(() => {
  const { panel } = page;
  const byId = (id) => document.getElementById(id);
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The nearest box in a direction; what lies aside counts three times.
  function neighbour(index, [dx, dy]) {
    const { boxes } = page.form();
    const [x, y] = boxes[index];
    let [best, least] = [index, Infinity];
    boxes.forEach(([bx, by], other) => {
      const ahead = (bx - x) * dx + (by - y) * dy;
      const aside = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
      const cost = ahead + 3 * aside;
      if (other !== index && ahead > 1 && cost < least && page.isShown(other)) [best, least] = [other, cost];
    });
    return best;
  }

  // The first shown box from one end; -1 where the legend has switched all off.
  const shown = () => [...page.picture.nodes.keys()].filter((place) => page.isShown(place));
  const end = (last) => shown().at(last ? -1 : 0) ?? -1;
  const to = (place) => { if (place >= 0) page.choose(place); };

  function details() {
    const { node, tie } = page.chosen();
    if (node < 0 && tie < 0) to(end(false));
    if (page.chosen().node < 0 && tie < 0) return;
    tie < 0 ? panel.node(page.chosen().node) : panel.tie(tie);
    panel.focus();
  }

  const KEYS = {
    Enter: details,
    Escape: () => (panel.isOpen() ? panel.close() : work.back()),
    i: () => work.only(),
    c: () => work.fold(),
    Home: () => to(end(false)),
    End: () => to(end(true)),
    "+": () => page.zoom(1.25),
    "-": () => page.zoom(0.8),
    0: () => page.whole(),
  };

  function key(event) {
    const step = STEPS[event.key];
    const { node } = page.chosen();
    if (event.ctrlKey || event.metaKey || event.altKey || !(step || KEYS[event.key])) return;
    event.preventDefault();
    if (step && event.shiftKey) work.shift(step);
    else if (!step) KEYS[event.key]();
    else to(node < 0 ? end(false) : neighbour(node, step));
  }
  byId("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") panel.close(); });
  byId("close").addEventListener("click", panel.close);

  function wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    page.zoom(event.deltaY < 0 ? 1.1 : 0.9);
  }
  for (const { holder } of page.stages) {
    holder.addEventListener("keydown", key);
    holder.addEventListener("wheel", wheel, { passive: false });
  }
  byId("larger").addEventListener("click", () => page.zoom(1.25));
  byId("smaller").addEventListener("click", () => page.zoom(0.8));
  byId("whole").addEventListener("click", page.whole);

  const night = matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", () => {
    draw.dark(night.matches);
    for (const { network } of page.stages) network.redraw();
  });
  lang.onChange(() => { page.arrange(); panel.again(); });
  const { holder } = page.stages[0];
  let width = holder.clientWidth;
  new ResizeObserver(() => {
    if (!holder.clientWidth || holder.clientWidth === width) return;
    width = holder.clientWidth;
    page.arrange();
  }).observe(holder);
  draw.dark(night.matches);
  page.arrange();
})();
