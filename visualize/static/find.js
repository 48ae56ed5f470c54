"use strict";
// Search as a combobox: what is typed lists matches, a choice or Enter acts, leaving the field does
// not. Names in both languages and codes are searched; what is switched off is counted, not shown.
(() => {
  const byId = (id) => document.getElementById(id);
  const [query, list, none] = ["query", "matches", "none"].map(byId);
  const MOST = 12;
  // Letters and digits alone: "Xi'an" is found as xian, full-width digits as digits.
  const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  let matches = [];
  let active = -1;
  let found = { query: "", next: 0 };

  // How well a node fits: 0 a name begins so, 1 a name or the code holds it, -1 not at all.
  function fit(node, wanted) {
    const texts = [...node.names, node.uid].map(plain);
    if (texts.some((text) => text.startsWith(wanted))) return 0;
    return texts.some((text) => text.includes(wanted)) ? 1 : -1;
  }

  // Places of the shown nodes that match, best first, and how many that are switched off match too.
  function search(text) {
    const wanted = plain(text);
    const hits = [];
    let off = 0;
    if (!wanted) return { hits, off };
    page.picture.nodes.forEach((node, place) => {
      const fitting = fit(node, wanted);
      if (fitting < 0) return;
      if (page.isShown(place)) hits.push([fitting, place]);
      else off += 1;
    });
    return { hits: hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, place]) => place), off };
  }

  function nothing(off) {
    none.textContent = off ? lang.say([`Nothing found; ${off} switched off in the legend`, `未找到；另有 ${off} 个已在图例中关闭`]) : lang.say(["Nothing found", "未找到"]);
    page.live.textContent = none.textContent;
  }

  function option(place, number) {
    const node = page.picture.nodes[place];
    const made = document.createElement("li");
    Object.assign(made, { id: `match-${number}`, dir: "auto" });
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    const [name, other] = [lang.say(node.names), lang.say([...node.names].reverse())];
    for (const [tag, words] of [["b", name], ["span", other === name ? "" : other], ["span", lang.say(node.roles)]]) {
      const part = document.createElement(tag);
      part.textContent = words;
      if (words) made.append(part, " ");
    }
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => take(number));
    return made;
  }

  function close() {
    list.hidden = true;
    none.textContent = "";
    active = -1;
    query.setAttribute("aria-expanded", "false");
    query.removeAttribute("aria-activedescendant");
  }

  function open() {
    const { hits, off } = search(query.value);
    matches = hits.slice(0, MOST);
    close();
    list.replaceChildren(...matches.map(option));
    if (!plain(query.value)) return;
    if (!hits.length) return nothing(off);
    list.hidden = false;
    query.setAttribute("aria-expanded", "true");
    const more = hits.length > MOST;
    page.live.textContent = lang.say([`${hits.length} found${more ? `, the first ${MOST} listed` : ""}`, `找到 ${hits.length} 个${more ? `，列出前 ${MOST} 个` : ""}`]);
  }

  function point(to) {
    if (list.hidden) open();
    if (list.hidden) return;
    list.children[active]?.setAttribute("aria-selected", "false");
    active = (to + matches.length) % matches.length;
    const option = list.children[active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    query.setAttribute("aria-activedescendant", option.id);
  }

  function take(number) {
    const place = matches[number];
    close();
    query.value = lang.say(page.picture.nodes[place].names);
    found = { query: "", next: 0 };
    page.choose(place);
  }

  // Enter without a choice goes through all matches, one a time.
  function step() {
    const { hits, off } = search(query.value);
    const wanted = plain(query.value);
    close();
    if (!wanted) return;
    if (!hits.length) return nothing(off);
    const place = found.query === wanted ? found.next % hits.length : 0;
    found = { query: wanted, next: place + 1 };
    page.choose(hits[place], `${place + 1} / ${hits.length}`);
  }

  const KEYS = {
    ArrowDown: () => point(active + 1),
    ArrowUp: () => point(active < 0 ? -1 : active - 1),
    Escape: () => (list.hidden ? (query.value = "") : close()),
  };

  query.addEventListener("input", open);
  query.addEventListener("blur", close);
  query.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    active >= 0 ? take(active) : step();
  });
  lang.onChange(close);
  page.onChange((what) => { if (what === "frame" || what === "hidden") close(); });
})();
