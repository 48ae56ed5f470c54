"use strict";
// Filters of the list of groups: what is chosen stands in the address after "#", beside the language,
// so that a link and a reload keep it. A year shows the groups with evidence in or around it.
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("#groups tbody tr")];
  const names = rows.map((row) => row.querySelector("th").textContent.toLowerCase());
  const fields = [...form.elements].filter((element) => element.name);

  function holds(row, name, value) {
    if (value === "") return true;
    if (name === "q") return names[rows.indexOf(row)].includes(value.toLowerCase());
    if (name !== "year") return row.dataset[name] === value;
    const first = Number(row.dataset.first ?? row.dataset.last), last = Number(row.dataset.last ?? row.dataset.first);
    return first <= Number(value) && Number(value) <= last;
  }

  function say() {
    const count = rows.filter((row) => !row.hidden).length;
    shown.textContent = shown.dataset[lang.current()].replace("{n}", count).replace("{m}", rows.length);
  }

  function filter() {
    const wanted = fields.map((field) => [field.name, field.value.trim()]);
    for (const row of rows) row.hidden = !wanted.every(([name, value]) => holds(row, name, value));
    say();
  }

  function keep() {
    const hash = anchor.entries();
    for (const field of fields)
      if (field.value.trim()) hash.set(field.name, field.value.trim());
      else hash.delete(field.name);
    anchor.keep(hash);
    filter();
  }

  function restore() {
    const hash = anchor.entries();
    for (const field of fields) field.value = hash.get(field.name) ?? "";
    filter();
  }

  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(keep));
  addEventListener("hashchange", restore);
  lang.onChange(say);
  restore();
})();
