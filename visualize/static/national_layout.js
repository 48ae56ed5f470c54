"use strict";
// Where the open branches stand: an outline. What an open unit leads stands below it, indented: closed
// units in rows, an open one on a line of its own with its branch. Linear in what is drawn.
const outline = (() => {
  const [INDENT, PITCH, GAP, MARGIN, TICK, SPINE, WIDEST] = [26, 35, 7, 12, 5, 14, 300];
  const { chip } = world;
  const meter = document.createElement("canvas").getContext("2d");
  const widths = new Map();

  function measure(text) {
    if (!widths.has(text)) {
      meter.font = `400 ${chip.main_size}px ${draw.FONT}`;
      widths.set(text, meter.measureText(text).width);
    }
    return widths.get(text);
  }

  // The text cut to a width, with "…" where it is cut.
  function cut(text, most) {
    if (text.length > 400) text = text.slice(0, 400);
    if (measure(text) <= most) return text;
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (measure(`${text.slice(0, middle)}…`) <= most) low = middle;
      else high = middle - 1;
    }
    return `${text.slice(0, low).replace(/[\ud800-\udbff]$/, "")}…`;
  }

  // `families` holds what each open unit leads and is drawn, under -1 the top. `words(i)` gives the three
  // parts of a label: sign, name, count. `room` is the width of the page.
  function place(families, words, room) {
    const order = [];
    const boxes = new Map();
    const texts = new Map();
    const routes = new Map();
    let y = MARGIN + chip.height / 2;
    let right = 0;

    function put(i, x, left) {
      const [sign, name, count] = words(i);
      const frame = 2 * chip.pad + chip.glyph;
      const most = Math.max(60, Math.min(WIDEST, room - left - MARGIN) - frame - measure(sign + count));
      const text = sign + cut(name, most) + count;
      const width = Math.ceil(measure(text)) + frame;
      order.push(i);
      texts.set(i, text);
      boxes.set(i, [x + width / 2, y, width, chip.height]);
      return width;
    }

    function tie(i, up, x, isOpen) {
      if (up < 0) return;
      const [bx, by, width] = boxes.get(i);
      const spine = x - SPINE;
      const from = [spine, boxes.get(up)[1] + chip.height / 2];
      const rail = by - chip.height / 2 - TICK;
      routes.set(i, isOpen ? [from, [spine, by], [bx - width / 2, by]] : [from, [spine, rail], [bx, rail], [bx, rail + TICK]]);
    }

    function family(up, left) {
      let x = left;
      for (const i of families.get(up) ?? []) {
        const isOpen = families.has(i);
        let width = put(i, isOpen ? left : x, left);
        if (x > left && (isOpen || x + width > room - MARGIN)) {
          y += PITCH;
          x = left;
          order.pop();
          width = put(i, left, left);
        }
        if (isOpen) x = left;
        right = Math.max(right, x + width);
        tie(i, up, left, isOpen);
        x += width + GAP;
        if (!isOpen) continue;
        y += PITCH;
        family(i, Math.min(left + INDENT, room / 2));
        x = left;
      }
      if (x > left) y += PITCH;
    }

    family(-1, MARGIN);
    return { order, boxes, texts, routes, width: Math.max(right + MARGIN, room), height: y - chip.height / 2 - (PITCH - chip.height) + MARGIN };
  }

  return { place, PITCH, MARGIN };
})();
