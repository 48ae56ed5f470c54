"use strict";
// What a reader is told of the chosen unit, and the table of what is drawn.
const details = (() => {
  const byId = (id) => document.getElementById(id);
  const body = byId("details-body");

  function add(parent, tag, words) {
    const made = document.createElement(tag);
    if (words !== undefined) made.textContent = words;
    if (words !== undefined) made.dir = "auto";
    return parent.appendChild(made);
  }

  function sources(parent, list) {
    const items = add(parent, "ul");
    for (const [title, url] of list) {
      const text = add(add(items, "li"), url ? "a" : "span", title);
      if (url) Object.assign(text, { href: url, rel: "noreferrer noopener" });
    }
  }

  // How many units of each level lie below.
  function below(i) {
    const counts = new Map();
    for (let child = i + 1; child < world.end[i]; child += 1) counts.set(world.level(child), (counts.get(world.level(child)) ?? 0) + 1);
    return Object.keys(world.levels).filter((level) => counts.has(level)).map((level) => `${lang.say(world.levels[level].words)} ${nation.number(counts.get(level))}`).join(lang.say(["; ", "；"]));
  }

  function lead(list, i) {
    const way = world.above(i).reverse();
    add(list, "dt", lang.say(["Led by", "上级"]));
    const place = add(list, "dd");
    if (!way.length) place.textContent = lang.say(["no superior in the data", "数据中无上级"]);
    for (const up of way) {
      const button = add(place, "button", world.label(up)[0]);
      button.type = "button";
      button.addEventListener("click", () => nation.show(up));
    }
    if (way.length) add(place, "span", lang.say(world.facts(i).mode));
  }

  function show() {
    const i = nation.chosen();
    const [name, other] = world.label(i);
    const { rank, period, sources: own, led } = world.facts(i);
    byId("details-title").textContent = name;
    body.replaceChildren();
    const list = add(body, "dl");
    const pairs = [
      [["Name in Chinese", "英文名称"], other],
      [["Pinyin", "拼音"], world.read(i) || lang.say(["unknown", "不明"])],
      [["Code (GB/T 2260)", "代码"], world.codes[i]],
      [["Level", "层级"], lang.say(world.mark(i).words)],
      [["Kind", "类别"], lang.say(world.kind(i))],
      [["Rank", "级别"], lang.say(rank)],
      [["In force", "有效期"], lang.say(period)],
    ];
    if (world.below[i]) pairs.push([["Below it", "下辖"], below(i)]);
    for (const [label, value] of pairs) {
      add(list, "dt", lang.say(label));
      add(list, "dd", value);
    }
    lead(list, i);
    add(body, "h3", lang.say(["Sources", "来源"]));
    sources(body, own);
    if (!led.length || led.every(([title]) => own.some(([known]) => known === title))) return;
    add(body, "h3", lang.say(["Source of its superior", "上级关系的来源"]));
    sources(body, led);
  }

  const table = byId("table");
  const HEADS = [["Name", "名称"], ["Name in Chinese", "英文名称"], ["Code", "代码"], ["Level", "层级"], ["Kind", "类别"], ["Rank", "级别"], ["Led by", "上级"], ["In force", "有效期"], ["Below it", "下辖"], ["Sources", "来源"]];

  function row(i) {
    const made = document.createElement("tr");
    made.dataset.unit = i;
    const [name, other] = world.label(i);
    const { rank, period, mode, sources: own, led } = world.facts(i);
    const up = world.parent[i];
    add(made, "th", name).scope = "row";
    for (const text of [other, world.codes[i], lang.say(world.mark(i).words), lang.say(world.kind(i)), lang.say(rank)]) add(made, "td", text);
    add(made, "td", up < 0 ? "–" : `${world.label(up)[0]} (${lang.say(mode)})`);
    add(made, "td", lang.say(period));
    add(made, "td", world.below[i] ? nation.number(world.end[i] - i - 1) : "–");
    const titles = new Set([...own, ...led].map(([title]) => title));
    add(made, "td", [...titles].join("; "));
    return made;
  }

  function fill() {
    if (!table.open) return;
    const head = document.createElement("tr");
    for (const words of HEADS) add(head, "th", lang.say(words)).scope = "col";
    byId("units").tHead.replaceChildren(head);
    byId("units").tBodies[0].replaceChildren(...nation.plan().order.map(row));
  }

  // After the drawing, so that opening a branch waits for no table.
  let planned = 0;
  function later() {
    clearTimeout(planned);
    planned = setTimeout(fill);
  }

  nation.onChange((what) => {
    if (what === "chosen") show();
    if (what === "drawn") later();
  });
  table.addEventListener("toggle", fill);
  return { show, fill };
})();
