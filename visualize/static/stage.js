"use strict";
// One canvas that shows one picture at a time: vis-network holds boxes and view, routes, badges and
// choice are painted here. `hidden` holds what the reader has switched off.
const makeStage = (holder, hidden) => {
  const TALLEST = 12000;
  const DIM = 0.2;
  const NONE = { node: -1, tie: -1 };
  let picture = null;
  let form = null;
  let unit = 1;
  let formName = "";
  let chosen = NONE;
  let hovered = -1;
  // What is in focus and what is tied to it: { nodes, ties } by place; null where nothing is.
  let lit = null;

  const tiered = () => picture.layout === "tiers";
  const chips = () => picture.layout !== "tiers";
  const isShown = (index) => !frames.nodeOff(picture.nodes[index], picture, hidden);
  const shownTie = (tie) => !frames.tieOff(tie, picture, hidden);
  const ends = (index) => [picture.ties[index].start, picture.ties[index].end].map((uid) => picture.index.get(uid));

  // Places of the shown ties of a box, and of the boxes at their other ends.
  function tied(node) {
    const ties = [...picture.ties.keys()].filter((index) => shownTie(picture.ties[index]) && ends(index).includes(node));
    return { ties, nodes: [...new Set(ties.flatMap(ends))].filter((index) => index !== node) };
  }

  // The box under the pointer, else the choice, lights what is tied to it; all else is dimmed.
  function light() {
    const node = hovered >= 0 ? hovered : chosen.node;
    if (node >= 0) {
      const { ties, nodes: others } = tied(node);
      lit = { nodes: new Set([node, ...others]), ties: new Set(ties) };
    } else lit = chosen.tie < 0 ? null : { nodes: new Set(ends(chosen.tie)), ties: new Set([chosen.tie]) };
  }

  const tone = (on) => (!lit || on ? 1 : DIM);

  function paintBox(ctx, index) {
    if (!isShown(index)) return;
    const { dash, faded } = picture.nodes[index];
    const state = { selected: chosen.node === index, dash, mark: picture.marks[index] };
    const paint = chips() ? draw.chip : draw.card;
    const inside = picture.folded?.get(index);
    ctx.globalAlpha = (faded ? picture.faded : 1) * tone(lit?.nodes.has(index));
    paint(ctx, frames.coloured(picture.nodes[index], picture), form.boxes[index], form.texts[index], chips() ? picture.chip : picture.card, state);
    if (inside) draw.name(ctx, [form.boxes[index][0], form.boxes[index][1] + form.boxes[index][3] / 2, 34], `+${inside}`, picture.badge_size, true);
    ctx.globalAlpha = 1;
  }

  function paintTies(ctx, strong) {
    const own = [...picture.ties.keys()].filter((index) => shownTie(picture.ties[index]) && Boolean(lit?.ties.has(index)) === strong);
    const says = (tie) => page.tieText(tie, picture);
    const state = { arrows: tiered(), wider: strong ? 2 : 0, says, bundled: form.bundled, trunk: picture.trunk };
    ctx.globalAlpha = tone(strong);
    draw.routes(ctx, own.map((index) => picture.ties[index]), own.map((index) => form.routes[index]), state);
    ctx.globalAlpha = 1;
  }

  function paintUnder(ctx) {
    draw.bands(ctx, form);
    for (const box of form.gone) draw.ghost(ctx, box, picture.card);
    paintTies(ctx, false);
    paintTies(ctx, true);
    draw.scale(ctx, form);
    paintNames(ctx);
    for (const caption of form.captions) draw.caption(ctx, caption, picture.caption_size);
  }

  // The name of a bundle counts the shown ties that run along its line, of those in focus where there are some.
  function paintNames(ctx) {
    for (const [x, y, width, family] of form.strands) {
      const along = (index) => form.routes[index].slice(1, -1).filter((point) => point[1] === y).map(([at]) => at);
      const own = [...picture.ties.keys()].filter((index) => picture.ties[index].family === family && along(index).length && shownTie(picture.ties[index]));
      const strong = own.filter((index) => lit?.ties.has(index));
      if (!own.length) continue;
      const places = own.flatMap(along);
      const [low, high] = [Math.min(...places), Math.max(...places)];
      const at = x >= low && x <= high ? x : (low + high) / 2;
      ctx.globalAlpha = tone(strong.length);
      draw.name(ctx, [at, y, width], counted(lang.say(frames.families[family]), strong.length || own.length), picture.strand_size);
      ctx.globalAlpha = 1;
    }
  }

  const counted = (words, count) => (count > 1 ? `${words} ×${count}` : words);

  // Ties that say the same at one end of a bundle share their words, which count them.
  function sharing(index) {
    const place = form.badges[index];
    const alike = (other) => other && other[0] === place[0] && other[1] === place[1];
    if (!place) return [index];
    return [...picture.ties.keys()].filter((other) => alike(form.badges[other]) && shownTie(picture.ties[other]));
  }

  function paintBadges(ctx) {
    const places = Map.groupBy([...picture.ties.keys()].filter((index) => form.badges[index] && shownTie(picture.ties[index])), (index) => form.badges[index].slice(0, 2).join());
    for (const all of places.values()) {
      const strong = all.filter((index) => lit?.ties.has(index));
      const own = strong.length ? strong : all;
      const [x, y, , width] = form.badges[own[0]];
      const [, , words] = form.badges[own.find((index) => form.badges[index][2].startsWith("≠")) ?? own[0]];
      const whose = [...new Set(own.map((index) => form.badges[index][4]).filter(Boolean))].sort().join("");
      const state = { selected: own.includes(chosen.tie) };
      ctx.globalAlpha = tone(strong.length);
      draw.grouped(ctx, "badge", own.map((index) => page.tieText(picture.ties[index], picture)).join("; "), () =>
        draw.badge(ctx, picture.ties[own[0]], [x, y, whose ? `${words} ${whose}` : counted(words, own.length), width], picture.badge_size, state));
      ctx.globalAlpha = 1;
    }
  }

  const custom = ({ ctx, id }) => {
    const index = picture.index.get(id);
    const [, , width, height] = form.boxes[index];
    return { drawNode: () => paintBox(ctx, index), nodeDimensions: { width, height } };
  };

  const nodes = new vis.DataSet([]);
  const edges = new vis.DataSet([]);
  const options = JSON.parse(document.getElementById("options").textContent);
  const network = new vis.Network(holder, { nodes, edges }, options);
  for (const inner of holder.querySelectorAll("[tabindex]")) inner.tabIndex = -1;

  // The layout with the reader's own work in it.
  function arranged() {
    const whole = picture.forms[formName];
    const closed = picture.away.size ? placed.closedUp(whole, isShown, (index) => shownTie(picture.ties[index])) : whole;
    return placed.moved(closed, ends, new Map([...picture.pins].map(([uid, by]) => [picture.index.get(uid), by])));
  }

  // Shows a picture in a form; the view stays.
  function take(next, name) {
    edges.clear();
    nodes.clear();
    // A place in one picture is none in another.
    if (next !== picture) chosen = NONE;
    [picture, formName, hovered] = [next, name, -1];
    form = arranged();
    light();
    const all = form.boxes.map(([x, y], index) => ({ ...frames.node(picture.nodes[index].uid), x, y, ctxRenderer: custom }));
    nodes.add(all.filter((_, index) => !picture.away.has(index)));
    edges.add(picture.edges);
    network.setOptions({ interaction: { dragNodes: tiered() } });
    network.redraw();
  }

  // Moves a box by so many pixels of the picture; its ties follow, and it stays there.
  function move(index, dx, dy) {
    const uid = picture.nodes[index].uid;
    const [x, y] = picture.pins.get(uid) ?? [0, 0];
    picture.pins.set(uid, [x + dx, y + dy]);
    form = arranged();
    network.redraw();
  }

  // The pointer has a box in hand: it is where the network has put it.
  function dragged(uid) {
    const index = picture.index.get(uid);
    const { x, y } = network.getPosition(uid);
    move(index, x - form.boxes[index][0], y - form.boxes[index][1]);
  }

  // Makes the canvas as high as the picture is in a scale, and shows all of it.
  // A holder that has no width yet has no scale: it is fitted when it has one.
  function fit(scale) {
    if (!(scale > 0)) return;
    unit = scale;
    const height = Math.min(TALLEST, Math.max(240, Math.ceil(form.height * unit)));
    holder.style.height = `${height}px`;
    network.setSize("100%", `${height}px`);
    network.redraw();
    whole();
  }

  function whole() {
    network.moveTo({ position: { x: form.width / 2, y: form.height / 2 }, scale: unit });
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(unit / 3, network.getScale() * factor)) });
  }

  // Scrolls view and page so that a box can be seen.
  function reveal(index, scroll = true) {
    const [x, y] = form.boxes[index];
    const place = network.canvasToDOM({ x, y });
    if (place.x < 0 || place.y < 0 || place.x > holder.clientWidth || place.y > holder.clientHeight)
      network.moveTo({ position: { x, y } });
    if (!scroll) return;
    const top = holder.getBoundingClientRect().top + network.canvasToDOM({ x, y }).y;
    if (top < 60 || top > innerHeight - 60) scrollBy({ top: top - innerHeight / 2 });
  }

  const inside = ({ x, y }, [bx, by, width, height]) => Math.abs(x - bx) <= width / 2 && Math.abs(y - by) <= height / 2;
  const boxAt = (point) => form.boxes.findIndex((box, index) => isShown(index) && inside(point, box));

  function away({ x, y }, [x1, y1], [x2, y2]) {
    const square = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
    const part = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square));
    return Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
  }

  // The tie under the pointer: its words count as it, then the nearest last piece within 7 pixels.
  function tieAt(point) {
    const onBadge = form.badges.findIndex((b, index) => b && shownTie(picture.ties[index]) && inside(point, [b[0], b[1], b[3], 18]));
    if (onBadge >= 0) return onBadge;
    const near = (points) => away(point, ...points.slice(-2));
    return form.routes.reduce((best, points, i) => (shownTie(picture.ties[i]) && near(points) < (best < 0 ? 7 : near(form.routes[best])) ? i : best), -1);
  }

  network.on("beforeDrawing", (ctx) => { if (picture) paintUnder(ctx); });
  network.on("afterDrawing", (ctx) => { if (picture) paintBadges(ctx); });

  // Paints the whole picture as if nothing were chosen.
  function paint(ctx) {
    const before = [chosen, lit];
    [chosen, lit] = [NONE, null];
    paintUnder(ctx);
    picture.nodes.forEach((node, index) => {
      if (isShown(index)) draw.grouped(ctx, "box", page.nodeText(node, picture), () => paintBox(ctx, index));
    });
    paintBadges(ctx);
    [chosen, lit] = before;
  }

  // The pointer lights a box; a finger chooses it.
  function hover(index) {
    if (index === hovered) return;
    hovered = index;
    light();
    network.redraw();
  }
  const under = (event) => {
    const { left, top } = holder.getBoundingClientRect();
    return boxAt(network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top }));
  };
  holder.addEventListener("pointermove", (event) => { if (picture && !event.buttons && event.pointerType === "mouse") hover(under(event)); });
  holder.addEventListener("pointerleave", () => hover(-1));

  return {
    holder, network, dragged, tied, sharing, take, fit, whole, zoom, reveal, boxAt, tieAt, isShown, isTieShown: shownTie, paint,
    picture: () => picture,
    form: () => form,
    // Place and scale of the view, as parts of the picture's size and of the scale that fits it.
    view() {
      const { x, y } = network.getViewPosition();
      return { x: x / form.width, y: y / form.height, scale: network.getScale() / unit };
    },
    look: ({ x, y, scale }) => network.moveTo({ position: { x: x * form.width, y: y * form.height }, scale: scale * unit }),
    move(index, dx, dy) {
      move(index, dx, dy);
      const [x, y] = form.boxes[index];
      nodes.update({ id: picture.nodes[index].uid, x, y });
    },
    again: () => { light(); network.redraw(); },
    mark(next) {
      chosen = next;
      light();
      network.redraw();
    },
  };
};
