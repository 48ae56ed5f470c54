"use strict";
// Search over all units, by name, pinyin or code: what is typed lists, Enter or a choice acts.
(() => {
  const byId = (id) => document.getElementById(id);
  const [form, query, list, none] = ["search", "query", "results", "none"].map(byId);
  const MOST = 12;
  let hits = [];
  let active = -1;
  let texts;

  // Letters without marks, blanks and apostrophes: "Xi'an" and "lü" are found as xian, lu and lv. Most texts
  // are plain Chinese or plain pinyin and need no work.
  const PLAIN = /^(?:[\u4e00-\u9fff]+|[a-z]+)$/;
  const folded = (text) => PLAIN.test(text) ? text : text.normalize("NFKD").toLowerCase().replace(/[\p{M}\s'’·-]/gu, "");
  const typed = (text) => folded(text).replaceAll("v", "u");

  function prepare() {
    texts = { names: world.names.map(folded), latin: world.names.map((_, i) => typed(world.read(i)) + (i in world.differing ? ` ${typed(world.english(i))}` : "")) };
  }

  // The place of a hit: whole, then at the beginning, then inside; higher levels first.
  function worth(text, wanted, at) {
    if (at < 0) return Infinity;
    if (at > 0) return 2;
    return text.length === wanted.length || text[wanted.length] === " " ? 0 : 1;
  }

  function search(text) {
    const [name, latin] = [folded(text), typed(text)];
    if (!name) return [];
    if (!texts) prepare();
    const found = [];
    for (let i = 0; i < world.count; i += 1) {
      const [own, read, code] = [texts.names[i], texts.latin[i], world.codes[i]];
      const best = Math.min(
        worth(own, name, own.indexOf(name)),
        worth(read, latin, read.indexOf(latin)),
        code.startsWith(name) ? worth(code, name, 0) : Infinity,
      );
      if (best < Infinity) found.push([best, world.depth[i], i]);
    }
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).map((hit) => hit[2]);
  }

  function where(i) {
    return world.above(i).slice(0, -1).map((up) => world.label(up)[0]).reverse().join(" › ");
  }

  function option(i, place) {
    const item = document.createElement("li");
    Object.assign(item, { id: `result-${place}`, role: "option" });
    item.setAttribute("aria-selected", String(place === active));
    for (const [tag, text] of [["b", world.label(i)[0]], ["span", [world.label(i)[1], world.codes[i], where(i)].filter(Boolean).join(" · ")]]) {
      const part = item.appendChild(document.createElement(tag));
      part.textContent = text;
      part.dir = "auto";
    }
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(i));
    return item;
  }

  function offer() {
    none.textContent = "";
    list.replaceChildren(...hits.slice(0, MOST).map(option));
    list.hidden = !hits.length;
    query.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) query.setAttribute("aria-activedescendant", `result-${active}`);
    else query.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  // For the eye and for who listens.
  function nothing() {
    if (!query.value.trim()) return;
    none.textContent = lang.say(["Nothing found", "未找到"]);
    nation.live.textContent = none.textContent;
  }

  function hide() {
    [hits, active] = [[], -1];
    offer();
  }

  function take(i) {
    const many = hits.length;
    hide();
    if (!world.shown(i)) filters.clear();
    nation.show(i, many > 1 ? lang.say([`${nation.spoken(i)}, 1 of ${nation.number(many)} found`, `${nation.spoken(i)}，共找到 ${nation.number(many)} 个`]) : undefined);
    nation.tree.focus({ preventScroll: true });
    if (nation.tree.getBoundingClientRect().top < 0) nation.tree.scrollIntoView();
  }

  query.addEventListener("input", () => {
    active = -1;
    hits = search(query.value);
    offer();
    if (!hits.length) return nothing();
    if (query.value.trim()) nation.live.textContent = lang.say([`${nation.number(hits.length)} found`, `找到 ${nation.number(hits.length)} 个`]);
  });
  query.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const last = Math.min(hits.length, MOST) - 1;
    if (event.key === "Escape") hide();
    if (!step || last < 0) return;
    event.preventDefault();
    active = active + step > last ? 0 : active + step < 0 ? last : active + step;
    offer();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!hits.length) hits = search(query.value);
    if (hits.length) return take(hits[Math.max(0, active)]);
    nothing();
  });
  form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) hide(); });
  lang.onChange(hide);
})();
