"use strict";
// A list that filters by its words and by each column of few values, and sorts by its heads. What is chosen
// stands in the address after "#".
(() => {
  const table = document.querySelector("table.list");
  if (!table?.tBodies[0]) return;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const zh = document.documentElement.lang !== "en";
  const say = zh ? { filter: "筛选", all: "全部", shown: "{m} 行中的 {n} 行" } : { filter: "Filter", all: "all", shown: "{n} of {m} rows" };
  const FEW = 45;
  const rows = [...body.rows].map((row) => ({ row, cells: [...row.cells].map((cell) => cell.textContent.trim()), text: row.textContent.toLowerCase() }));
  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("role", "search");
  const shown = Object.assign(document.createElement("p"), { className: "shown" });
  shown.setAttribute("role", "status");
  const fields = [];

  const number = (text) => (/^[+−-]?\d+(\.\d+)?$/.test(text) ? Number(text.replace("−", "-")) : null);
  function compare(a, b) {
    const [x, y] = [number(a), number(b)];
    if (x !== null && y !== null) return x - y;
    return a.localeCompare(b);
  }

  function field(name, label, control) {
    const holder = Object.assign(document.createElement("p"), { className: "filter" });
    control.id = `list-${name}`;
    control.name = name;
    holder.append(Object.assign(document.createElement("label"), { htmlFor: control.id, textContent: label }), control);
    form.append(holder);
    fields.push(control);
  }

  const words = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off" });
  field("q", say.filter, words);
  for (const [at, head] of heads.entries()) {
    const values = [...new Set(rows.map((one) => one.cells[at]))].sort(compare);
    if (at === 0 || values.length < 2 || values.length > FEW || values.length * 3 > rows.length) continue;
    const select = document.createElement("select");
    select.append(new Option(say.all, ""), ...values.map((value) => new Option(value, value)));
    select.dataset.at = at;
    field(`c${at}`, head.textContent, select);
  }

  function filter() {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, cells, text } of rows) {
      const on = asked.every((word) => text.includes(word)) && fields.every((one) => !one.dataset.at || one.value === "" || cells[one.dataset.at] === one.value);
      row.hidden = !on;
      count += on;
    }
    shown.textContent = say.shown.replace("{n}", count).replace("{m}", rows.length);
  }

  function keep() {
    const hash = new URLSearchParams(fields.filter((one) => one.value).map((one) => [one.name, one.value]));
    history.replaceState(null, "", location.href.split("#")[0] + (hash.size ? `#${hash}` : ""));
    filter();
  }

  function restore() {
    const hash = new URLSearchParams(location.hash.slice(1));
    for (const one of fields) one.value = hash.get(one.name) ?? "";
    filter();
  }

  for (const [at, head] of heads.entries()) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const known = rows.filter((one) => one.cells[at] && one.cells[at] !== "–");
      known.sort((a, b) => compare(a.cells[at], b.cells[at]) * (down ? -1 : 1));
      body.append(...[...known, ...rows.filter((one) => !known.includes(one))].map((one) => one.row));
    });
  }

  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", restore);
  table.closest(".scroll").before(form, shown);
  restore();
})();
