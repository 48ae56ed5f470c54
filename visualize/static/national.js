"use strict";
// Which branches are open, and their drawing: vis-network holds what is drawn and the view.
const nation = (() => {
  const byId = (id) => document.getElementById(id);
  const [holder, tree, live] = [byId("canvas"), byId("tree"), byId("live")];
  const [MOST, FAMILY] = [world.most, 400];
  const opened = new Set(); // oldest first
  const windows = new Map(); // of a family larger than FAMILY: from where on it is drawn
  const listeners = [];
  let families = new Map();
  let plan;
  let chosen = 0;

  const number = (value) => value.toLocaleString("en");
  const hasBelow = (i) => world.held(i) > 0;
  const isOpen = (i) => opened.has(i) && hasBelow(i);
  const spoken = (i) => `${world.label(i)[0]}, ${lang.say(world.mark(i).words)}`;

  function family(i) {
    const all = world.children(i);
    if (all.length <= FAMILY) return all;
    const start = windows.get(i) ?? 0;
    return all.slice(start, start + FAMILY);
  }

  // What is drawn: for -1 and each open unit in sight its family; never more than MOST units.
  function open() {
    const found = new Map();
    let room = MOST;
    const waiting = [-1];
    for (const i of waiting) {
      const own = family(i).slice(0, room);
      room -= own.length;
      if (own.length) found.set(i, own);
      waiting.push(...own.filter(isOpen));
    }
    return found;
  }

  // Closes what was opened longest ago until all in sight fits; `keep` and what is above it stay.
  function fit(keep) {
    const stays = new Set([keep, ...world.above(keep)]);
    const closed = [];
    const sight = (i) => world.above(i).every((up) => opened.has(up));
    const size = () => [-1, ...opened].filter((i) => i < 0 || (isOpen(i) && sight(i))).reduce((sum, i) => sum + family(i).length, 0);
    while (size() > MOST) {
      const oldest = [...opened].find((i) => !stays.has(i) && isOpen(i) && sight(i));
      if (oldest === undefined) break;
      opened.delete(oldest);
      closed.push(oldest);
    }
    return closed;
  }

  function words(i) {
    const below = world.held(i);
    return [below ? (isOpen(i) ? "▾ " : "▸ ") : "", world.label(i)[0], below && !isOpen(i) ? ` +${number(below)}` : ""];
  }

  // Rectangle of the canvas that is in view, in its own coordinates.
  function view() {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    const [width, height] = [holder.clientWidth / scale, holder.clientHeight / scale];
    return { left: x - width / 2, top: y - height / 2, width, height, scale };
  }

  let zoomed = 1; // vis-network changes its own with the window
  function look(left, top, scale = zoomed) {
    zoomed = scale;
    const [width, height] = [holder.clientWidth / scale, holder.clientHeight / scale];
    const within = (value, size, full) => Math.max(0, Math.min(value, full - size));
    const [x, y] = [within(left, width, plan.width), within(top, height, plan.height)];
    network.moveTo({ position: { x: x + width / 2, y: y + height / 2 }, scale });
    // Nothing to move: a finger on the drawing scrolls the page.
    holder.classList.toggle("fits", plan.width <= width + 1 && plan.height <= height);
    for (const told of listeners) told("view");
  }

  function paintBox(ctx, i) {
    const { glyph, colour } = world.mark(i);
    const state = { selected: i === chosen && !plain, dash: [] };
    draw.chip(ctx, { role: isOpen(i) ? "superior" : "", glyph, colour }, plan.boxes.get(i), ["", [plan.texts.get(i)]], world.chip, state);
  }

  // Ties to the units between two heights; the rest lies outside the view.
  function paintTies(ctx, top, bottom) {
    const ties = [];
    const ways = [];
    for (const [i, way] of plan.routes) {
      if (plan.boxes.get(i)[1] < top || way[0][1] > bottom) continue;
      ties.push({ ...world.line(i), i });
      ways.push(way);
    }
    draw.routes(ctx, ties, ways, { arrows: false, wider: 0, says: ({ i }) => `${world.label(world.parent[i])[0]} → ${world.label(i)[0]}` });
  }

  let plain = false;
  // Everything drawn, without the mark of what is chosen.
  function paintAll(ctx) {
    plain = true;
    paintTies(ctx, 0, plan.height);
    for (const i of plan.order) draw.grouped(ctx, "box", spoken(i), () => paintBox(ctx, i));
    plain = false;
  }

  const custom = ({ ctx, id }) => {
    const [, , width, height] = plan.boxes.get(id);
    return { drawNode: () => paintBox(ctx, id), nodeDimensions: { width, height } };
  };
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const options = JSON.parse(byId("options").textContent);
  const network = new vis.Network(holder, { nodes, edges }, options);
  for (const inner of holder.querySelectorAll("[tabindex]")) inner.removeAttribute("tabindex");
  network.on("beforeDrawing", (ctx) => {
    if (!plan) return;
    const { top, height } = view();
    paintTies(ctx, top, top + height);
  });

  // Lays out anew and hands vis-network what came, went or moved.
  function arrange() {
    families = open();
    plan = outline.place(families, words, holder.clientWidth);
    const gone = nodes.getIds().filter((i) => !plan.boxes.has(i));
    nodes.remove(gone);
    edges.remove(gone);
    nodes.update(plan.order.map((i) => ({ id: i, label: world.names[i], shape: "custom", ctxRenderer: custom, x: plan.boxes.get(i)[0], y: plan.boxes.get(i)[1] })));
    edges.add(plan.order.filter((i) => plan.routes.has(i) && !edges.get(i)).map((i) => ({ id: i, from: world.parent[i], to: i, hidden: true })));
    const kept = plan.order.filter(world.keeps).length;
    const [n, m, led] = [kept, world.kept(), plan.order.length - kept].map(number);
    const also = kept < plan.order.length ? [`, and ${led} above them`, `，及其上级 ${led} 个`] : ["", ""];
    byId("shown").textContent = lang.say([`Showing ${n} of ${m} units${also[0]}.`, `显示 ${m} 个区划中的 ${n} 个${also[1]}。`]);
    for (const told of listeners) told("drawn");
  }

  // The unit comes into view, with a little of what is around it.
  function reveal(i) {
    const [x, y, width, height] = plan.boxes.get(i);
    const seen = view();
    const margin = Math.min(60, seen.height / 4);
    let [left, top] = [seen.left, seen.top];
    if (y - height / 2 - margin < top) top = y - height / 2 - margin;
    if (y + height / 2 + margin > top + seen.height) top = y + height / 2 + margin - seen.height;
    if (x + width / 2 > left + seen.width) left = x + width / 2 + 8 - seen.width;
    if (x - width / 2 < left) left = x - width / 2 - 8;
    look(left, top);
  }

  function choose(i) {
    chosen = i;
    reveal(i);
    network.redraw();
    for (const told of listeners) told("chosen");
  }

  function say(text, closed) {
    const names = closed.slice(0, 5).map((i) => world.label(i)[0]).join(lang.say([", ", "、"])) + (closed.length > 5 ? "…" : "");
    const also = closed.length ? lang.say([` Closed to stay within ${number(MOST)}: ${names}.`, `为不超过 ${number(MOST)} 个，已收起：${names}。`]) : "";
    live.textContent = `${text} ${byId("shown").textContent}${also}`;
    byId("closed").textContent = also;
  }

  // Opens or closes a unit; it stays where it is on the screen.
  function toggle(i) {
    if (!hasBelow(i)) return choose(i);
    const was = isOpen(i);
    if (was) opened.delete(i);
    else opened.add(i);
    const closed = was ? [] : fit(i);
    const [old, seen] = [plan.boxes.get(i)[1], view()];
    arrange();
    look(seen.left, seen.top + plan.boxes.get(i)[1] - old);
    choose(i);
    say(lang.say(was ? [`${spoken(i)}, closed.`, `${spoken(i)}，已收起。`] : [`${spoken(i)}, opened.`, `${spoken(i)}，已展开。`]), closed);
  }

  // Opens all above a unit, anew the youngest, and chooses it.
  function show(i, text = spoken(i)) {
    for (const up of world.above(i).reverse()) {
      opened.delete(up);
      opened.add(up);
    }
    for (const inner of [i, ...world.above(i)]) {
      const own = world.children(world.parent[inner]);
      if (own.length > FAMILY) windows.set(world.parent[inner], Math.floor(own.indexOf(inner) / FAMILY) * FAMILY);
    }
    const closed = fit(i);
    arrange();
    choose(plan.boxes.has(i) ? i : plan.order[0]);
    say(`${text}.`, closed);
  }

  // Draws anew after a filter or another language; what is no longer there gives way to what is above it.
  function again() {
    fit(chosen);
    arrange();
    if (!plan.order.length) return network.redraw();
    choose([chosen, ...world.above(chosen)].find((i) => plan.boxes.has(i)) ?? plan.order[0]);
  }

  function start(branches) {
    opened.clear();
    for (const i of branches) opened.add(i);
    fit(-1);
  }

  function boxAt({ x, y }) {
    return plan.order.find((i) => {
      const [bx, by, width, height] = plan.boxes.get(i);
      return Math.abs(x - bx) <= width / 2 && Math.abs(y - by) <= height / 2;
    });
  }

  network.on("click", ({ pointer }) => {
    const i = boxAt(pointer.canvas);
    if (i !== undefined) toggle(i);
  });
  network.on("dragEnd", () => { const seen = view(); look(seen.left, seen.top); });

  return {
    holder, tree, live, network, number, opened, isOpen, hasBelow, toggle, show, choose, again, start, arrange, view, look, paintAll, spoken,
    siblings: (i) => families.get(world.parent[i]) ?? [],
    plan: () => plan,
    chosen: () => chosen,
    onChange: (listener) => listeners.push(listener),
  };
})();
