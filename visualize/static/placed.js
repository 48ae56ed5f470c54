"use strict";
// A layout as it stands after the reader's own work: rows without a box that is shown are closed up,
// and boxes that were moved take the ends of their ties with them.
const placed = (() => {
  const PAD = 14;
  const NAME = 24;

  // The upright stretches that what is shown needs, joined, from above.
  function needed(form, boxOn, tieOn) {
    const spans = [];
    const add = (low, high) => spans.push([Math.min(low, high) - PAD, Math.max(low, high) + PAD]);
    form.boxes.forEach(([, y, , height], index) => { if (boxOn(index)) add(y - height / 2, y + height / 2); });
    form.routes.forEach((points, index) => {
      if (!tieOn(index)) return;
      add(points[0][1], points[1][1]);
      add(points.at(-2)[1], points.at(-1)[1]);
    });
    for (const { y, height } of form.bands) if (spans.some(([low, high]) => high > y && low < y + height)) spans.push([y, y + NAME]);
    spans.sort((a, b) => a[0] - b[0]);
    return spans.reduce((joined, [low, high]) => {
      const last = joined.at(-1);
      last && low <= last[1] ? last[1] = Math.max(last[1], high) : joined.push([low, high]);
      return joined;
    }, []);
  }

  // The same layout without the stretches that nothing needs.
  function closedUp(form, boxOn, tieOn) {
    const spans = needed(form, boxOn, tieOn);
    const at = (y) => spans.reduce((sum, [low, high]) => sum + Math.max(0, Math.min(y, high) - low), 0);
    const moved = ([x, y, ...rest]) => [x, at(y), ...rest];
    const bands = form.bands.map((band) => ({ ...band, y: at(band.y), height: at(band.y + band.height) - at(band.y) }));
    return {
      ...form, bands: bands.map((band) => (band.height < NAME ? { ...band, label: "" } : band)), height: Math.max(at(form.height), 60),
      boxes: form.boxes.map(moved), routes: form.routes.map((points) => points.map(moved)), gone: [],
      badges: form.badges.map((badge) => badge && moved(badge)), strands: form.strands.map(moved), captions: form.captions.map(moved),
    };
  }

  // The end of a tie on the edge of a moved box that looks to the line from which it comes.
  function end([, by, , height], [dx], [x], [, line]) {
    const edge = line < by ? by - height / 2 : by + height / 2;
    return { tip: [x + dx, edge], turn: [x + dx, line], up: line < by };
  }

  // The same layout with boxes moved: `by` holds [dx, dy] by place.
  function moved(form, ends, by) {
    if (!by.size) return form;
    const boxes = form.boxes.map(([x, y, ...rest], index) => [x + (by.get(index)?.[0] ?? 0), y + (by.get(index)?.[1] ?? 0), ...rest]);
    const badges = [...form.badges];
    const routes = form.routes.map((points, index) => {
      const [start, stop] = ends(index);
      const way = [...points];
      if (by.has(start)) {
        const { tip, turn } = end(boxes[start], by.get(start), way[0], way[1]);
        [way[0], way[1]] = [tip, turn];
      }
      if (by.has(stop)) {
        const { tip, turn, up } = end(boxes[stop], by.get(stop), way.at(-1), way.at(-2));
        const badge = badges[index];
        if (badge) badges[index] = [badge[0] + by.get(stop)[0], tip[1] + (up ? -1 : 1) * Math.abs(badge[1] - points.at(-1)[1]), ...badge.slice(2)];
        way.splice(-2, 2, turn, tip);
      }
      return way;
    });
    return { ...form, boxes, routes, badges };
  }

  return { closedUp, moved };
})();
