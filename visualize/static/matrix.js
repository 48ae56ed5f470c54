"use strict";
// The matrix: groups × members as a table that is laid out anew for each order, search and language.
// Other scripts use:
//   matrix.isShown()         whether the page shows it and not the network
//   matrix.rows(), columns() lines shown, in order; each { axis, place, line }
//   matrix.cell(row, column) the cell of two of them, else null; matrix.left(row) cells of lines that are left out
//   matrix.cells(one)        all cells of a line; matrix.end(one, cell) the line at the other end of one
//   matrix.grid              elements by row and column, heads included; matrix.at(element) what stands there
//   matrix.onLaid(listener)  after each new layout
const matrix = (() => {
  const byId = (id) => document.getElementById(id);
  const { matrices, colours } = JSON.parse(byId("matrices").textContent);
  const AXES = ["groups", "members"];
  const OTHER = { groups: "members", members: "groups" };
  const [MANY, FEW, HAN] = [60, 3, /\p{Script=Han}/u];
  const listeners = [];
  const place = (axis, number, line) => ({ axis, place: number, line });
  const key = (one, group, member) => group * one.members.length + member;
  for (const one of matrices) {
    one.found = new Map(one.cells.map((cell) => [key(one, ...cell.at), cell]));
    one.of = { groups: one.groups.map(() => []), members: one.members.map(() => []) };
    for (const cell of one.cells) for (const axis of AXES) one.of[axis][cell.at[AXES.indexOf(axis)]].push(cell);
  }
  let now = matrices[0];
  let shown = { rows: [], columns: [], left: new Map() };
  let grid = [];
  let places = new WeakMap();

  const across = () => OTHER[byId("m-rows").value];
  const cell = (row, column) => now.found.get(row.axis === "groups" ? key(now, row.place, column.place) : key(now, column.place, row.place)) ?? null;
  const cells = (one) => now.of[one.axis][one.place];
  // The line at the other end of a cell of a line.
  const end = (one, { at }) => place(OTHER[one.axis], at[AXES.indexOf(OTHER[one.axis])], now[OTHER[one.axis]][at[AXES.indexOf(OTHER[one.axis])]]);

  // Lines that the ticks leave, in the order of the data: families together, the highest rank first.
  function kept(axis) {
    return now[axis].map((line, number) => place(axis, number, line)).filter(({ line, place: number }) =>
      axis === "groups" ? byId("m-stale").checked || !line.faded : byId("m-all").checked || line.near || now.of.members[number].length > 1);
  }

  // What is looked for: lines of that name, and those that share a cell with one.
  function searched(rows, columns) {
    const named = lines.named(byId("m-find").value);
    if (!named) return [rows, columns];
    const [own, theirs] = [rows.filter(named), columns.filter(named)];
    const touched = (one, others) => others.some((other) => cell(one, other));
    return [
      rows.filter((row) => own.includes(row) || touched(row, theirs)),
      columns.filter((column) => theirs.includes(column) || touched(column, own)),
    ];
  }

  function choose() {
    const columns = lines.ordered(now, kept(across()), "family");
    const inOrder = lines.ordered(now, kept(byId("m-rows").value), byId("m-sort").value);
    const [found, beside] = searched(byId("m-grouped").checked ? lines.ordered(now, inOrder, "families") : inOrder, columns);
    // Members that the ticks leave out are counted in a column of their own.
    const seen = new Set(beside.map((one) => one.place));
    const left = new Map(found.map((row) => [row, cells(row).map((one) => end(row, one)).filter((one) => !seen.has(one.place))]));
    shown = { rows: found, columns: beside, left };
  }

  function made(tag, values = {}, ...inside) {
    const element = Object.assign(document.createElement(tag), values);
    element.append(...inside);
    return element;
  }

  const quiet = (words) => made("span", { className: "quiet", textContent: words });
  const hush = (element) => { element.setAttribute("aria-hidden", "true"); return element; };
  const lined = (lines) => lines.flatMap((line, number) => (number ? [document.createElement("br"), line] : [line]));
  const rankOf = (line) => hush(made("span", { className: "rank", textContent: line.rank ?? "–" }));
  const names = ({ line }) => `${lang.say(line.names)}${line.faded ? " ◌" : ""}`;

  function rowHead(one) {
    const head = made("th", { scope: "row", className: one.line.faded ? "faded" : "" }, rankOf(one.line), made("span", { className: "named", dir: "auto", textContent: names(one) }), quiet(`, ${lang.say(one.line.ranks)}`));
    places.set(head, { row: one });
    return head;
  }

  // Few columns leave room for words.
  const few = () => shown.columns.length <= FEW;

  function columnHead(one) {
    const { line } = one;
    const texts = (few() ? line.row : line.head)[lang.current() === "en" ? 0 : 1];
    const turned = hush(made("span", { className: HAN.test(texts.join("")) ? "turned" : "turned latin" }, ...lined(texts)));
    const head = made("th", { scope: "col", title: names(one), className: line.faded ? "faded" : "" }, turned, rankOf(line), quiet(`${names(one)}, ${lang.say(line.ranks)}`));
    places.set(head, { column: one });
    return head;
  }

  function field(row, column) {
    const found = cell(row, column);
    const element = made("td");
    places.set(element, { row, column, cell: found });
    if (!found) return element;
    element.className = `seat${row.line.faded || column.line.faded ? " faded" : ""}`;
    if (found.relation) element.style.setProperty("--c", colours[found.relation] ?? "");
    element.title = `${names(row)} × ${names(column)}: ${lang.say(found.says)}`;
    const [role, relation] = found.signs;
    element.append(hush(made("span", { className: relation ? "role" : "", textContent: role })), hush(made("span", { textContent: relation })), made("span", { className: few() ? "says" : "quiet", textContent: lang.say(found.says) }));
    return element;
  }

  function leftOver(row) {
    const left = shown.left.get(row);
    const element = made("td", { className: "left", textContent: left.length ? `+${left.length}` : "" });
    places.set(element, { row, left });
    return element;
  }

  // Neighbours of one family, as [words, how many].
  function runs(lines) {
    const found = [];
    for (const { line } of lines) {
      const words = lang.say(line.family);
      if (found.at(-1)?.[0] === words) found.at(-1)[1] += 1;
      else found.push([words, 1]);
    }
    return found;
  }

  function head(more) {
    const families = made("tr", { className: "families" }, made("td"));
    for (const [words, span] of runs(shown.columns)) families.append(made("th", { scope: "colgroup", colSpan: span }, made("span", { textContent: words, title: words })));
    if (more) families.append(made("td"));
    const corner = made("th", { scope: "col", className: "corner", textContent: lang.say({ groups: ["Group", "小组"], members: now.name }[byId("m-rows").value]) });
    const heads = made("tr", { className: "heads" }, corner, ...shown.columns.map(columnHead));
    if (more) heads.append(made("th", { scope: "col", className: "left" }, hush(made("span", { className: lang.current() === "en" ? "turned latin" : "turned", textContent: lang.say(["not shown", "未列出"]) })), quiet(lang.say(["members not shown", "未列出的成员"]))));
    return made("thead", {}, families, heads);
  }

  function lay() {
    choose();
    places = new WeakMap();
    const more = [...shown.left.values()].some((left) => left.length);
    const body = made("tbody");
    const top = head(more);
    grid = [[...top.lastChild.children]];
    let before = null;
    for (const row of shown.rows) {
      const words = lang.say(row.line.family);
      if (byId("m-grouped").checked && words !== before) body.append(made("tr", { className: "family" }, made("th", { scope: "rowgroup", colSpan: grid[0].length }, made("span", { textContent: words }))));
      before = words;
      const cells = [rowHead(row), ...shown.columns.map((column) => field(row, column)), ...(more ? [leftOver(row)] : [])];
      body.append(made("tr", {}, ...cells));
      grid.push(cells);
    }
    byId("grid").className = few() ? "few" : "";
    byId("grid").replaceChildren(top, body);
    tell();
    for (const listener of listeners) listener();
  }

  function tell() {
    const [rows, columns] = [shown.rows, shown.columns].map((lines) => lines.length);
    const nothing = rows ? "" : lang.say(["Nothing found. ", "未找到。"]);
    const [all, beside] = [now[byId("m-rows").value], now[across()]].map((lines) => lines.length);
    byId("matrix-shown").textContent = nothing + lang.say([`Showing ${rows} of ${all} rows and ${columns} of ${beside} columns.`, `显示 ${all} 行中的 ${rows} 行，${beside} 列中的 ${columns} 列。`]);
  }

  // What another matrix, or other rows, begin with.
  function begin() {
    const many = now.members.length > MANY && now.members.some((line, number) => !line.near && now.of.members[number].length < 2);
    byId("m-all").checked = !many;
    byId("m-all-box").hidden = !many;
    byId("m-stale-box").hidden = !now.groups.some((line) => line.faded);
    // It begins with the groups that its caption counts; where none counts, with all.
    byId("m-stale").checked = now.groups.every((line) => line.faded);
    byId("m-rows").value = now.groups.length === 1 ? "members" : "groups";
    turned();
  }

  function turned() {
    const members = byId("m-rows").value === "members";
    byId("m-sort").value = "rank";
    byId("m-sort").querySelector('[value="date"]').disabled = members;
    byId("m-grouped").checked = members;
  }

  byId("matrix-form").addEventListener("submit", (event) => event.preventDefault());
  byId("matrix-form").addEventListener("input", ({ target }) => {
    if (target.id === "m-which") { now = matrices[Number(target.value)]; begin(); }
    if (target.id === "m-rows") turned();
    lay();
  });
  lang.onChange(lay);
  const wide = matchMedia("(min-width: 641px)");
  const unfold = () => { byId("m-how").open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();
  begin();
  lay();

  return {
    isShown: () => !byId("matrix").hidden,
    colours, names, cell, runs,
    rows: () => shown.rows,
    columns: () => shown.columns,
    left: (row) => shown.left.get(row),
    cells, end,
    get grid() { return grid; },
    at: (element) => places.get(element) ?? null,
    onLaid: (listener) => listeners.push(listener),
  };
})();
