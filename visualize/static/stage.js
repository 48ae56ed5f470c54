"use strict";
// One canvas that shows one picture at a time: vis-network holds boxes and view, routes, badges and
// choice are painted here. `hidden` holds what the reader has switched off.
const makeStage = (holder, hidden) => {
  const TALLEST = 12000;
  let picture = null;
  let form = null;
  let unit = 1;
  let chosen = { node: -1, tie: -1 };

  const tiered = () => picture.layout === "tiers";
  const chips = () => picture.layout !== "tiers";
  const isShown = (index) => !frames.nodeOff(picture.nodes[index], hidden);
  const shownTie = (tie) => !frames.tieOff(tie, picture, hidden);
  const touches = (tie) => chosen.tie < 0 && chosen.node >= 0 && [tie.start, tie.end].includes(picture.nodes[chosen.node].uid);

  function paintBox(ctx, index) {
    if (!isShown(index)) return;
    const { unknown, supposed, faded } = picture.nodes[index];
    const dash = unknown ? picture.dashes.unknown : supposed ? picture.dashes.supposed : [];
    const state = { selected: chosen.node === index, dash, mark: picture.marks[index] };
    const paint = chips() ? draw.chip : draw.card;
    ctx.globalAlpha = faded ? picture.faded : 1;
    paint(ctx, picture.nodes[index], form.boxes[index], form.texts[index], chips() ? picture.chip : picture.card, state);
    ctx.globalAlpha = 1;
  }

  function paintTies(ctx, strong) {
    const own = [...picture.ties.keys()].filter((index) => {
      const tie = picture.ties[index];
      return shownTie(tie) && (chosen.tie === index || touches(tie)) === strong;
    });
    const state = { arrows: tiered(), wider: strong ? 2 : 0, says: (tie) => page.tieText(tie, picture) };
    draw.routes(ctx, own.map((index) => picture.ties[index]), own.map((index) => form.routes[index]), state);
  }

  function paintUnder(ctx) {
    draw.bands(ctx, form);
    for (const box of form.gone) draw.ghost(ctx, box, picture.card);
    paintTies(ctx, false);
    paintTies(ctx, true);
    draw.scale(ctx, form);
    for (const caption of form.captions) draw.caption(ctx, caption, picture.caption_size);
  }

  function paintBadges(ctx) {
    picture.ties.forEach((tie, index) => {
      const place = form.badges[index];
      if (!place || !shownTie(tie)) return;
      const paintIt = () => draw.badge(ctx, tie, place, picture.badge_size, { selected: chosen.tie === index });
      draw.grouped(ctx, "badge", page.tieText(tie, picture), paintIt);
    });
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

  // Shows a picture in a form; the view stays.
  function take(next, formName) {
    edges.clear();
    nodes.clear();
    // A place in one picture is none in another.
    if (next !== picture) chosen = { node: -1, tie: -1 };
    picture = next;
    form = picture.forms[formName];
    const placed = form.boxes.map(([x, y], index) => ({ ...frames.node(picture.nodes[index].uid), x, y, ctxRenderer: custom }));
    nodes.add(placed);
    edges.add(picture.edges);
    network.redraw();
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
    const before = chosen;
    chosen = { node: -1, tie: -1 };
    paintUnder(ctx);
    picture.nodes.forEach((node, index) => {
      if (isShown(index)) draw.grouped(ctx, "box", page.nodeText(node, picture), () => paintBox(ctx, index));
    });
    paintBadges(ctx);
    chosen = before;
  }

  return {
    holder, network, take, fit, whole, zoom, reveal, boxAt, tieAt, isShown, isTieShown: shownTie, paint,
    picture: () => picture,
    form: () => form,
    // Place and scale of the view, as parts of the picture's size and of the scale that fits it.
    view() {
      const { x, y } = network.getViewPosition();
      return { x: x / form.width, y: y / form.height, scale: network.getScale() / unit };
    },
    look: ({ x, y, scale }) => network.moveTo({ position: { x: x * form.width, y: y * form.height }, scale: scale * unit }),
    mark(next) {
      chosen = next;
      network.redraw();
    },
  };
};
