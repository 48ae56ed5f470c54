"use strict";
// Keys, details and views of the matrix: the grid pattern with one cell in the order of tabs.
(() => {
  const byId = (id) => document.getElementById(id);
  const [table, scroll, panel, body] = ["grid", "matrix-scroll", "matrix-panel", "matrix-panel-body"].map(byId);
  const PAGE = 10;
  let [row, column] = [0, 0];

  const active = () => matrix.grid[row][column];
  const within = (value, most) => Math.max(0, Math.min(most, value));

  // Heads stay in place: what is moved to must not lie under them.
  function laid() {
    panel.hidden = true;
    [row, column] = [within(row, matrix.grid.length - 1), within(column, matrix.grid[0].length - 1)];
    active().tabIndex = 0;
    scroll.style.scrollPadding = `${table.tHead.offsetHeight}px 0 0 ${matrix.grid[0][0].offsetWidth}px`;
    table.style.setProperty("--families", `${table.tHead.rows[0].offsetHeight}px`);
  }

  function speech(element) {
    const at = matrix.at(element);
    if (!at) return "";
    if (at.left) return lang.say([`${matrix.names(at.row)}: ${at.left.length} not shown`, `${matrix.names(at.row)}：另有 ${at.left.length} 个未列出`]);
    const one = at.row && at.column ? null : at.row ?? at.column;
    if (one) return `${matrix.names(one)}, ${lang.say(one.line.ranks)}, ${lang.say(one.line.family)}`;
    return `${matrix.names(at.row)} × ${matrix.names(at.column)}: ${at.cell ? lang.say(at.cell.says) : lang.say(["no seat", "无席位"])}`;
  }

  function move(toRow, toColumn) {
    active().tabIndex = -1;
    [row, column] = [within(toRow, matrix.grid.length - 1), within(toColumn, matrix.grid[0].length - 1)];
    active().tabIndex = 0;
    active().focus();
    mark(active());
    byId("live").textContent = speech(active());
    if (!panel.hidden) open();
  }

  // The heads of what the pointer or the keys are on.
  function mark(element) {
    for (const one of table.querySelectorAll(".now")) one.classList.remove("now");
    const at = matrix.at(element);
    if (!at?.row || !at.column) return;
    const place = matrix.grid.find((cells) => cells.includes(element));
    for (const head of [place[0], matrix.grid[0][place.indexOf(element)]]) head.classList.add("now");
  }

  const last = () => matrix.grid[0].length - 1;
  const KEYS = {
    ArrowLeft: () => move(row, column - 1),
    ArrowRight: () => move(row, column + 1),
    ArrowUp: () => move(row - 1, column),
    ArrowDown: () => move(row + 1, column),
    PageUp: () => move(row - PAGE, column),
    PageDown: () => move(row + PAGE, column),
    Home: (far) => move(far ? 0 : row, 0),
    End: (far) => move(far ? matrix.grid.length - 1 : row, last()),
    Enter: () => { if (open()) panel.focus(); },
    " ": () => { if (open()) panel.focus(); },
    Escape: close,
  };

  function close() {
    panel.hidden = true;
    active().focus();
  }

  const { add, facts, sources } = page.panel;
  const both = (line) => [["Chinese name", "英文名称"], [line.names[1], line.names[0]]];

  function ofLine(one) {
    const { line } = one;
    const about = line.kind[0] === "group" ? ["Rank of the chair", "组长级别"] : ["Rank", "级别"];
    facts(body, line, [both(line), [["Kind", "类别"], line.kind], [["Role", "角色"], line.role], [about, line.ranks], [["Field or region", "领域或地区"], line.family]]);
    sources(body, line);
    listed(["Seats", "席位"], matrix.cells(one).map((cell) => `${lang.say(matrix.end(one, cell).line.names)}: ${lang.say(cell.says)}`));
  }

  function listed(title, texts) {
    if (!texts.length) return;
    add(body, "h3", `${lang.say(title)} (${texts.length})`);
    const list = body.appendChild(document.createElement("ul"));
    for (const text of texts) add(list, "li", text);
  }

  function ofCell({ cell }) {
    if (!cell) return add(body, "p", lang.say(["No seat is known.", "未见席位。"]));
    facts(body, cell, [[["Role, relation and gap", "角色、关系与级差"], cell.says]]);
    sources(body, cell);
  }

  // Fills the details with what is in hand; false where there is nothing to tell.
  function open() {
    const at = matrix.at(active());
    if (!at) return false;
    body.replaceChildren();
    byId("matrix-panel-title").textContent = [at.row, at.column].filter(Boolean).map(matrix.names).join(" × ");
    if (at.left) listed(["Not shown", "未列出"], at.left.map((one) => `${matrix.names(one)}: ${lang.say(matrix.cell(at.row, one).says)}`));
    else if (at.row && at.column) ofCell(at);
    else ofLine(at.row ?? at.column);
    panel.classList.toggle("left", active().getBoundingClientRect().left - scroll.getBoundingClientRect().left > scroll.clientWidth / 2);
    panel.hidden = false;
    panel.scrollTop = 0;
    return true;
  }

  table.addEventListener("keydown", (event) => {
    if (!KEYS[event.key] || event.altKey || event.metaKey) return;
    event.preventDefault();
    KEYS[event.key](event.ctrlKey);
  });
  table.addEventListener("click", ({ target }) => {
    const element = target.closest("td, th");
    const at = matrix.grid.findIndex((cells) => cells.includes(element));
    if (at < 0) return;
    move(at, matrix.grid[at].indexOf(element));
    open();
  });
  table.addEventListener("mouseover", ({ target }) => { const element = target.closest("td, th"); if (element) mark(element); });
  panel.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  byId("matrix-close").addEventListener("click", close);
  matrix.onLaid(laid);
  laid();

  // The view: what the page opens with, unless the address names the other.
  const buttons = [...document.querySelectorAll("button[data-view]")];
  const first = matrix.isShown() ? "matrix" : "network";

  function view(name) {
    byId("matrix").hidden = name !== "matrix";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.view === name));
    laid();
  }

  function fromAddress() {
    const asked = anchor.entries().get("view");
    view(["matrix", "network"].includes(asked) ? asked : first);
  }

  for (const button of buttons)
    button.addEventListener("click", () => {
      const hash = anchor.entries();
      if (button.dataset.view === first) hash.delete("view");
      else hash.set("view", button.dataset.view);
      anchor.keep(hash);
      view(button.dataset.view);
    });
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
