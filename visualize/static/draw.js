"use strict";
// Paints a picture on any 2d context: the one of vis-network, or the one of the PNG.
const draw = (() => {
  const FONT = '"Noto Sans","Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
  const LIGHT = { paper: "#ffffff", ink: "#1a1a1a", soft: "#555555", chair: "#fff4e5", above: "#f1f3f5", bands: ["#ffffff", "#f6f8fa"], rule: "#c9d1d9" };
  const DARK = { paper: "#14181c", ink: "#f0f0f0", soft: "#b5bcc4", chair: "#33291a", above: "#20262c", bands: ["#14181c", "#191e23"], rule: "#3c444d" };
  const VERY_DARK = new Set(["#000000", "#222222", "#555555"]);
  let colours = LIGHT;

  const tone = (colour) => (colours === DARK && VERY_DARK.has(colour) ? "#e8e8e8" : colour);

  function text(ctx, words, x, y, size, options = {}) {
    ctx.font = `${options.weight || 400} ${size}px ${FONT}`;
    ctx.fillStyle = options.colour || colours.ink;
    ctx.textAlign = options.align || "center";
    ctx.textBaseline = "middle";
    ctx.fillText(words, x, y, options.most);
  }

  function shape(ctx, points, x, y, size) {
    ctx.beginPath();
    for (const [px, py] of points) ctx.lineTo(x + px * size, y + py * size);
    ctx.closePath();
  }

  function glyph(ctx, node, x, y, size) {
    if (node.unknown) return text(ctx, "?", x, y, size * 2.6, { weight: 700 });
    shape(ctx, node.glyph, x, y, size);
    ctx.fillStyle = tone(node.colour);
    ctx.fill();
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 0.7;
    ctx.setLineDash([]);
    ctx.stroke();
  }

  function bands(ctx, form) {
    form.bands.forEach((band, number) => {
      ctx.fillStyle = colours.bands[number % 2];
      ctx.fillRect(0, band.y, form.width, band.height);
      ctx.fillStyle = colours.rule;
      if (band.label) ctx.fillRect(0, band.y, form.width, 1);
    });
  }

  // After the ties, on a ground of its own: lines pass under the name of a rank.
  function scale(ctx, form) {
    form.bands.forEach((band, number) => {
      if (!band.label) return;
      const most = form.width - 16;
      const options = { align: "left", colour: colours.soft, weight: 600, most };
      ctx.font = `600 11.5px ${FONT}`;
      ctx.fillStyle = colours.bands[number % 2];
      ctx.fillRect(6, band.y + 4, Math.min(ctx.measureText(band.label).width, most) + 6, 17);
      text(ctx, band.label, 9, band.y + 13, 11.5, options);
    });
  }

  // All ways in one stroke: where they run over each other the line grows no thicker.
  function stroke(ctx, ways, line) {
    ctx.beginPath();
    for (const way of ways) way.forEach(([x, y], step) => (step ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.lineJoin = "round";
    ctx.setLineDash(line.dash);
    ctx.strokeStyle = tone(line.colour);
    ctx.lineWidth = line.double ? 5 : line.width;
    ctx.stroke();
    if (line.double) {
      ctx.strokeStyle = colours.paper;
      ctx.lineWidth = 2.4;
      ctx.stroke();
    }
    ctx.setLineDash([]);
  }

  function arrow(ctx, from, tip, line) {
    const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
    const [dx, dy] = [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length];
    ctx.beginPath();
    ctx.moveTo(tip[0], tip[1]);
    for (const side of [1, -1])
      ctx.lineTo(tip[0] - dx * 9 + side * dy * 5, tip[1] - dy * 9 - side * dx * 5);
    ctx.closePath();
    ctx.fillStyle = line.hollow ? colours.paper : tone(line.colour);
    ctx.fill();
    ctx.strokeStyle = tone(line.colour);
    ctx.lineWidth = 1.3;
    ctx.stroke();
  }

  // A vector file holds together what belongs together; a canvas knows no groups.
  function grouped(ctx, name, words, paint) {
    ctx.group ? ctx.group(name, words, paint) : paint();
  }

  // The way to the last bend belongs to all ties of one chair, or of a bundle, and is neutral; the last
  // piece shows the relation.
  function routes(ctx, ties, ways, state) {
    const bundled = ({ family }) => state.bundled?.has(family);
    const kinds = Map.groupBy(ties.keys(), (index) => (bundled(ties[index]) ? ties[index].family : `${ties[index].kind} ${ties[index].carrier.dash}`));
    for (const own of kinds.values()) {
      const carrier = bundled(ties[own[0]]) ? state.trunk : ties[own[0]].carrier;
      // From the common end outwards, so that dashes of shared pieces fall together.
      const trunk = own.map((index) => ways[index].slice(0, -1).reverse());
      stroke(ctx, trunk, { ...carrier, width: carrier.width + state.wider });
    }
    ties.forEach((tie, index) => grouped(ctx, "tie", state.says(tie), () => {
      const last = ways[index].slice(-2);
      const line = { ...tie.line, width: tie.line.width + state.wider };
      stroke(ctx, [state.arrows ? shortened(last) : last], line);
      if (state.arrows) arrow(ctx, last[0], last[1], tie.line);
    }));
  }

  function shortened([from, tip]) {
    const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
    const part = Math.max(0, (length - 8) / length);
    return [from, [from[0] + (tip[0] - from[0]) * part, from[1] + (tip[1] - from[1]) * part]];
  }

  function badge(ctx, tie, place, size, state) {
    const [x, y, words, width] = place;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - 8.5, width, 17, 8);
    ctx.fillStyle = colours.paper;
    ctx.fill();
    ctx.strokeStyle = tone(tie.line.colour);
    ctx.lineWidth = state.selected ? 2.6 : 1.2;
    ctx.setLineDash(tie.line.dash.length ? [3, 2] : []);
    ctx.stroke();
    ctx.setLineDash([]);
    text(ctx, words, x, y + 0.5, size, { weight: 700, most: width - 6 });
  }

  // Words on a line of their own ground: what a bundle is, how many boxes are collapsed.
  function name(ctx, [x, y, width], words, size, strong = false) {
    ctx.fillStyle = colours.paper;
    ctx.fillRect(x - width / 2, y - size / 2 - 2, width, size + 4);
    text(ctx, words, x, y + 0.5, size, { weight: strong ? 700 : 400, colour: strong ? colours.ink : colours.soft, most: width - 4 });
  }

  function frame(ctx, node, box, state) {
    const [x, y, width, height] = box;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, 5);
    ctx.fillStyle = node.role === "chair" || node.role === "focus" ? colours.chair : node.role === "superior" ? colours.above : colours.paper;
    ctx.fill();
    ctx.setLineDash(state.dash);
    ctx.strokeStyle = tone(node.colour);
    ctx.lineWidth = node.role === "chair" || node.role === "focus" ? 3.4 : state.small ? 1.4 : 2;
    ctx.stroke();
    ctx.setLineDash([]);
    if (!state.selected) return;
    ctx.beginPath();
    ctx.roundRect(x - width / 2 - 4, y - height / 2 - 4, width + 8, height + 8, 8);
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2.5;
    ctx.stroke();
  }

  // A flag in the upper right corner: + for what is new, ≠ for what changed, × for what is gone.
  function flag(ctx, [x, y, width, height], sign, ground) {
    const [cx, cy] = [x + width / 2 - 2, y - height / 2 + 2];
    ctx.beginPath();
    ctx.arc(cx, cy, 9, 0, 7);
    ctx.fillStyle = ground;
    ctx.fill();
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([]);
    ctx.stroke();
    text(ctx, sign, cx, cy + 0.5, 14, { weight: 700, colour: colours.paper });
  }

  // A box of the picture before whose place is empty now.
  function ghost(ctx, [box, [tag, main, sub]], sizes) {
    const [x, y, width, height] = box;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, 5);
    ctx.setLineDash([2, 4]);
    ctx.strokeStyle = colours.soft;
    ctx.lineWidth = 1.4;
    ctx.stroke();
    ctx.setLineDash([]);
    lines(ctx, box, [tag, main, sub], sizes, colours.soft);
    flag(ctx, box, "×", colours.soft);
  }

  function card(ctx, node, box, [tag, main, sub], sizes, state) {
    frame(ctx, node, box, state);
    lines(ctx, box, [tag, main, sub], sizes, colours.ink, (x, y) => glyph(ctx, node, x, y, 5.5));
    if (state.mark) flag(ctx, box, " +≠×"[state.mark], colours.ink);
  }

  // Role, name and second name of a box, with the glyph before the role where it has one.
  function lines(ctx, box, [tag, main, sub], sizes, colour, paintGlyph) {
    const [x, y, width, height] = box;
    const most = width - sizes.pad;
    const used = sizes.tag + main.length * sizes.main + sub.length * sizes.sub;
    let line = y - used / 2 + sizes.tag / 2;
    ctx.font = `400 ${sizes.tag_size}px ${FONT}`;
    const half = Math.min(ctx.measureText(tag).width, most - 18) / 2;
    if (paintGlyph) paintGlyph(x - half - 2, line);
    text(ctx, tag, x + (paintGlyph ? 8 : 0), line, sizes.tag_size, { colour: colours.soft, most: most - 18 });
    line += sizes.tag / 2;
    for (const words of main) {
      text(ctx, words, x, line + sizes.main / 2, sizes.main_size, { weight: 600, most, colour });
      line += sizes.main;
    }
    for (const words of sub) {
      text(ctx, words, x, line + sizes.sub / 2, sizes.sub_size, { colour: colours.soft, most });
      line += sizes.sub;
    }
  }

  const caption = (ctx, [x, y, words, align], size) => text(ctx, words, x, y, size, { align, weight: 600, colour: colours.soft });

  function chip(ctx, node, box, [, main], sizes, state) {
    frame(ctx, node, box, { ...state, small: true });
    const [x, y, width] = box;
    const left = x - width / 2 + sizes.pad;
    glyph(ctx, node, left + 5, y, 5);
    const most = width - 2 * sizes.pad - sizes.glyph + 6;
    text(ctx, main.join(""), left + sizes.glyph, y + 0.5, sizes.main_size, { align: "left", most, weight: node.role === "focus" ? 700 : 400 });
    if (state.mark) flag(ctx, box, " +≠×"[state.mark], colours.ink);
  }

  return {
    bands, scale, routes, badge, name, card, chip, caption, ghost, grouped, text, FONT,
    dark: (on) => { colours = on ? DARK : LIGHT; },
    isDark: () => colours === DARK,
    paper: () => colours.paper,
  };
})();
