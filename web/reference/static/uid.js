"use strict";
// Leads from a uid or permanent id, of this data or of an earlier release, to its page. The table comes in
// parts by kind: a part is a script that calls lsgraphUids.
(() => {
  const form = document.getElementById("uid");
  const field = document.getElementById("u");
  const shown = document.getElementById("shown");
  const paths = JSON.parse(form.dataset.parts);
  const parts = new Map();

  window.lsgraphUids = ([part, table]) => parts.set(part, table);

  const candidates = (uid) => [uid.split(":")[0], `id-${uid[0].toLowerCase()}`, "source"].filter((part) => paths[part]);

  function load(part) {
    return new Promise((done) => {
      if (parts.has(part)) return done();
      const script = document.createElement("script");
      script.src = paths[part];
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  }

  async function go(uid) {
    for (const part of candidates(uid)) {
      await load(part);
      const table = parts.get(part) ?? {};
      if (Object.hasOwn(table, uid)) { location.assign(`${form.dataset.root}/${table[uid]}.html`); return; }
    }
    shown.textContent = form.dataset.none;
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); if (field.value.trim()) go(field.value.trim()); });
  const asked = () => { const uid = decodeURIComponent(location.hash.slice(1)); if (uid) { field.value = uid; go(uid); } };
  addEventListener("hashchange", asked);
  asked();
})();
