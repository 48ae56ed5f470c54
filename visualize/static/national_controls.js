"use strict";
// Keys as in a WAI-ARIA tree, zoom, wheel, language, window size.
(() => {
  const byId = (id) => document.getElementById(id);
  const { holder, tree, network } = nation;
  const PAN = 40;

  const order = () => nation.plan().order;
  const beside = (step) => {
    const all = order();
    nation.choose(all[Math.max(0, Math.min(all.length - 1, all.indexOf(nation.chosen()) + step))]);
  };

  function right() {
    const i = nation.chosen();
    if (!nation.hasBelow(i)) return;
    if (nation.isOpen(i)) beside(1);
    else nation.toggle(i);
  }

  function left() {
    const i = nation.chosen();
    if (nation.isOpen(i)) nation.toggle(i);
    else if (world.parent[i] >= 0) nation.choose(world.parent[i]);
  }

  const zoom = (factor) => {
    const { left: x, top, width, height, scale } = nation.view();
    const next = Math.min(3, Math.max(0.7, scale * factor));
    nation.look(x + (width - width * (scale / next)) / 2, top + (height - height * (scale / next)) / 2, next);
  };
  const whole = () => nation.look(0, 0, 1);

  // The next unit whose name begins with a letter typed.
  function jump(letter) {
    const all = order();
    const from = all.indexOf(nation.chosen());
    const hit = [...all.slice(from + 1), ...all.slice(0, from)].find((i) => world.label(i)[0].toLowerCase().startsWith(letter));
    if (hit !== undefined) nation.choose(hit);
  }

  const KEYS = {
    ArrowRight: right,
    ArrowLeft: left,
    ArrowDown: () => beside(1),
    ArrowUp: () => beside(-1),
    PageDown: () => beside(20),
    PageUp: () => beside(-20),
    Home: () => nation.choose(order()[0]),
    End: () => nation.choose(order().at(-1)),
    Enter: () => nation.toggle(nation.chosen()),
    " ": () => nation.toggle(nation.chosen()),
    "+": () => zoom(1.25),
    "-": () => zoom(0.8),
    0: whole,
  };

  tree.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !order().length) return;
    const letter = event.key.toLowerCase();
    if (KEYS[event.key]) KEYS[event.key]();
    else if (/^\p{L}$/u.test(letter)) jump(letter);
    else return;
    event.preventDefault();
  });

  // The wheel moves the drawing as long as there is more of it, then the page.
  holder.addEventListener("wheel", (event) => {
    if (event.ctrlKey) {
      event.preventDefault();
      return zoom(event.deltaY < 0 ? 1.1 : 0.9);
    }
    const { left: x, top, scale } = nation.view();
    const lines = event.deltaMode === 1 ? PAN : 1;
    nation.look(x + (event.deltaX * lines) / scale, top + (event.deltaY * lines) / scale);
    const after = nation.view();
    if (Math.abs(after.top - top) + Math.abs(after.left - x) > 0.5) event.preventDefault();
  }, { passive: false });
  byId("larger").addEventListener("click", () => zoom(1.25));
  byId("smaller").addEventListener("click", () => zoom(0.8));
  byId("whole").addEventListener("click", whole);

  // The chosen unit as an item of a tree: a drawing has none. Two take turns, so that each choice is
  // a new item to a screen reader.
  const items = [byId("item-0"), byId("item-1")];
  function item() {
    const i = nation.chosen();
    items.reverse();
    const [now, last] = items;
    const own = nation.siblings(i);
    const facts = { level: world.depth[i] + 1, posinset: own.indexOf(i) + 1, setsize: own.length, selected: true };
    if (nation.hasBelow(i)) facts.expanded = nation.isOpen(i);
    now.removeAttribute("aria-expanded");
    for (const [name, value] of Object.entries(facts)) now.setAttribute(`aria-${name}`, value);
    now.textContent = nation.spoken(i);
    now.hidden = false;
    last.hidden = true;
    tree.setAttribute("aria-activedescendant", now.id);
  }
  nation.onChange((what) => { if (what === "chosen") item(); });

  const night = matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", () => { draw.dark(night.matches); network.redraw(); });
  draw.dark(night.matches);
  lang.onChange(() => nation.again());
  let width = holder.clientWidth;
  new ResizeObserver(() => {
    if (!holder.clientWidth || holder.clientWidth === width) return;
    width = holder.clientWidth;
    const { left: x, top } = nation.view();
    network.setSize("100%", "100%");
    nation.look(x, top);
    nation.again();
  }).observe(holder);
})();
