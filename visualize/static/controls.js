"use strict";
// What a reader does with a picture: keys, search, filters, zoom, language.
(() => {
  const { live, panel } = page;
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

  const KEYS = {
    Enter: () => { page.choose(Math.max(0, page.chosen().node)); panel.node(page.chosen().node); panel.focus(); },
    Escape: () => panel.close(),
    Home: () => page.choose(0),
    End: () => page.choose(page.picture.nodes.length - 1),
    "+": () => page.zoom(1.25),
    "-": () => page.zoom(0.8),
    0: () => page.whole(),
  };

  function key(event) {
    const step = STEPS[event.key];
    const { node } = page.chosen();
    if (event.ctrlKey || event.metaKey || event.altKey || !(step || KEYS[event.key])) return;
    event.preventDefault();
    if (!step) KEYS[event.key]();
    else page.choose(node < 0 ? 0 : neighbour(node, step));
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

  const plain = (text) => text.normalize("NFKC").toLowerCase().trim();
  let found = { query: "", next: 0 };
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const query = plain(byId("query").value);
    if (!query) return;
    const hits = [...page.picture.nodes.keys()].filter((index) => [page.picture.nodes[index].uid, ...page.picture.nodes[index].names].some((name) => plain(name).includes(query)));
    if (!hits.length) {
      live.textContent = lang.say(["Nothing found", "未找到"]);
      return;
    }
    const place = found.query === query ? found.next % hits.length : 0;
    found = { query, next: place + 1 };
    page.choose(hits[place], `${place + 1} / ${hits.length}`);
  });

  const filter = (box) => page.hide(box.dataset.kind, !box.checked);
  for (const box of document.querySelectorAll("#filters input")) {
    if (!box.checked) filter(box);
    box.addEventListener("change", () => filter(box));
  }

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
