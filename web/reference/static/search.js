"use strict";
// Finds things by Chinese, earlier names, pinyin, initials and English. The index comes in parts by the first
// letter: a part is a script that calls lsgraphPart. A character may be read in several ways; each will do.
// The rule is that of graph/names/fit.py; a test compares what both find.
(() => {
  const form = document.getElementById("search");
  const query = document.getElementById("q");
  const shown = document.getElementById("shown");
  const found = document.getElementById("found");
  const paths = JSON.parse(form.dataset.parts);
  const kinds = JSON.parse(form.dataset.kinds);
  const readings = new Map();
  const parts = new Map();
  const loading = new Map();
  const MOST = 40;

  window.lsgraphPart = ([letter, rows]) => parts.set(letter, rows.map(([file, name, english = "", also = ""]) => ({ file, name, english, also: also ? also.split("|") : [] })));
  window.lsgraphHan = (held) => {
    for (const [reading, characters] of Object.entries(held))
      for (const one of characters) readings.set(one, [...(readings.get(one) ?? []), reading]);
  };

  function load(name) {
    if (!loading.has(name)) {
      loading.set(name, new Promise((done) => {
        const script = document.createElement("script");
        script.src = paths[name];
        script.onload = script.onerror = done;
        document.head.append(script);
      }));
    }
    return loading.get(name);
  }

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // Whether what is typed begins here: character by character, a reading or its first letter for each.
  function begins(text, at, typed, from, whole = false) {
    if (from >= typed.length) return !whole || /^[ 0-9]*$/.test(text.slice(at));
    if (typed[from] === " ") return begins(text, text[at] === " " ? at + 1 : at, typed, from + 1, whole);
    if (at >= text.length) return false;
    if (text[at] === typed[from] && begins(text, at + 1, typed, from + 1, whole)) return true;
    // Who types pinyin leaves numbers out.
    if (from && /[ 0-9]/.test(text[at])) return begins(text, at + 1, typed, from, whole);
    const own = readings.get(text[at]) ?? [];
    const rest = typed.slice(from);
    if (!whole && own.some((one) => one.startsWith(rest))) return true;
    const steps = new Set(own.flatMap((one) => [...(rest.startsWith(one) ? [one.length] : []), ...(rest[0] === one[0] ? [1] : [])]));
    return [...steps].some((step) => begins(text, at + 1, typed, from + step, whole));
  }

  // How well a text fits: 0 from its start and whole, then from its start, then from a later word; -1 not at all.
  function fit(text, typed) {
    const own = plain(text);
    if (begins(own, 0, typed, 0, true)) return 0;
    for (let at = 0; at < own.length; at += 1) {
      if (own[at] === " " || (/[a-z0-9]/.test(own[at]) && /[a-z0-9]/.test(own[at - 1] ?? " "))) continue;
      if (begins(own, at, typed, 0)) return at === 0 ? 1 : 2;
    }
    return -1;
  }

  function rank(one, typed) {
    const fits = [one.name, one.english, ...one.also].map((text) => (text ? fit(text, typed) : -1)).filter((n) => n >= 0);
    return fits.length ? Math.min(...fits) : -1;
  }

  const order = Object.keys(kinds);
  const kindOf = (file) => file.split("/")[0];

  function show(rows, typed) {
    found.replaceChildren(...rows.slice(0, MOST).map(({ one }) => {
      const item = document.createElement("li");
      const zh = document.documentElement.lang !== "en";
      const link = Object.assign(document.createElement("a"), { href: `${form.dataset.root}/${one.file}.html`, textContent: zh || !one.english ? one.name : one.english });
      const beside = [kinds[kindOf(one.file)], zh || !one.english ? "" : one.name, one.also.find((text) => fit(text, typed) >= 0 && fit(one.name, typed) < 0)];
      item.append(link, Object.assign(document.createElement("span"), { textContent: beside.filter(Boolean).join(" · ") }));
      return item;
    }));
    shown.textContent = rows.length ? `${Math.min(rows.length, MOST)} / ${rows.length}${rows.length > MOST ? ` ${form.dataset.more}` : ""}` : form.dataset.none;
  }

  async function search() {
    const typed = plain(query.value);
    history.replaceState(null, "", location.href.split("#")[0] + (typed ? `#q=${encodeURIComponent(query.value)}` : ""));
    if (!typed) { found.replaceChildren(); shown.textContent = ""; return; }
    await load("han");
    const first = typed[0];
    const letter = /[0-9]/.test(first) ? "0" : readings.get(first)?.[0][0] ?? first;
    if (paths[letter]) await load(letter);
    if (plain(query.value) !== typed) return;
    const rows = (parts.get(letter) ?? []).map((one) => ({ one, fits: rank(one, typed) })).filter(({ fits }) => fits >= 0);
    rows.sort((a, b) => a.fits - b.fits || order.indexOf(kindOf(a.one.file)) - order.indexOf(kindOf(b.one.file)) || a.one.name.length - b.one.name.length || (a.one.file < b.one.file ? -1 : 1));
    show(rows, typed);
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  query.addEventListener("input", search);
  function restore() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("q");
    if (asked && asked !== query.value) { query.value = asked; search(); }
  }
  addEventListener("hashchange", restore);
  restore();
  // Typed before this script was there, or kept by the browser.
  if (query.value) search();
})();
