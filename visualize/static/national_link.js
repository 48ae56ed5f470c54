"use strict";
// The address after "#" keeps open branches, the chosen unit, filters and view beside the language: a
// link and a reload show what was seen. And so the page begins.
(() => {
  const list = (text) => (text ? text.split(",") : []);
  const roots = () => world.children(-1).filter((i) => world.held(i));
  const FIRST = roots().length === 1 ? roots() : roots().filter((i) => world.depth[i] === 0).slice(0, 1);
  let own = "";

  function state() {
    const hash = anchor.entries();
    const put = (name, value) => (value ? hash.set(name, value) : hash.delete(name));
    const open = [...nation.opened];
    const isFirst = open.length === FIRST.length && FIRST.every((i) => nation.opened.has(i));
    put("open", isFirst ? "" : open.map(world.reference).join(",") || "-");
    put("at", nation.chosen() ? world.reference(nation.chosen()) : "");
    put("levels", filters.off()?.join(",") ?? "");
    if (filters.off()?.length === 0) hash.set("levels", "-");
    put("kind", filters.kind());
    const { left, top, scale } = nation.view();
    const view = [left, top].map(Math.round).concat(Math.round(scale * 100) / 100).join(",");
    put("view", view === "0,0,1" ? "" : view);
    return hash;
  }

  let planned = 0;
  function keep() {
    clearTimeout(planned);
    planned = setTimeout(() => {
      const hash = state();
      own = hash.size ? `#${hash}` : "";
      if (own !== location.hash) anchor.keep(hash);
    }, 150);
  }

  function restore() {
    const hash = anchor.entries();
    filters.set(hash.has("levels") ? list(hash.get("levels")) : null, hash.get("kind") ?? "");
    nation.start(hash.has("open") ? list(hash.get("open")).map(world.find).filter((i) => i >= 0) : FIRST);
    nation.arrange();
    if (!nation.plan().order.length) return;
    const at = world.find(hash.get("at") ?? "");
    if (at >= 0 && nation.plan().boxes.has(at)) nation.choose(at);
    else if (at >= 0 && world.shown(at)) nation.show(at);
    else nation.choose(nation.plan().order[0]);
    const [left, top, scale] = list(hash.get("view")).map(Number);
    if ([left, top, scale].every(Number.isFinite)) nation.look(left, top, Math.min(3, Math.max(0.7, scale)));
    else if (at < 0) nation.look(0, 0, 1);
  }

  addEventListener("hashchange", () => { if (location.hash !== own) restore(); });
  restore();
  nation.onChange(keep);
})();
