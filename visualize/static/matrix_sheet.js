"use strict";
// The matrix as a figure: what it shows, on any pen. Paper takes it in parts that can be read there.
(() => {
  const [COLUMN, LEFT, FAMILY, HEAD, LINE] = [38, 300, 22, 160, 16];
  const [WIDE, HIGH] = [18, 40];
  const INK = "#1a1a1a", SOFT = "#555555", RULE = "#c9d1d9";
  const language = () => (lang.current() === "en" ? 0 : 1);
  const height = ({ line }) => Math.max(26, line.row[language()].length * LINE + 6);

  function rule(ctx, x, y, width, high, colour) {
    ctx.fillStyle = colour;
    ctx.fillRect(x, y, width, high);
  }

  function turned(ctx, words, x, y, size, options) {
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(-Math.PI / 2);
    draw.text(ctx, words, 0, 0, size, { align: "left", ...options });
    ctx.restore();
  }

  function cut(ctx, words, most) {
    ctx.font = `700 11px ${draw.FONT}`;
    let end = words.length;
    const part = () => (end < words.length ? `${words.slice(0, end)}…` : words);
    while (end && ctx.measureText(part()).width > most) end -= 1;
    return part();
  }

  function heads(ctx, columns) {
    let x = LEFT;
    for (const [words, span] of matrix.runs(columns)) {
      draw.text(ctx, cut(ctx, words, span * COLUMN - 6), x + 3, FAMILY / 2, 11, { align: "left", weight: 700 });
      rule(ctx, x, 0, 1, FAMILY + HEAD, RULE);
      x += span * COLUMN;
    }
    columns.forEach(({ line }, number) => {
      const middle = LEFT + (number + 0.5) * COLUMN;
      const lines = line.head[language()];
      const colour = line.faded ? SOFT : INK;
      lines.forEach((words, place) => turned(ctx, words, middle + (place - (lines.length - 1) / 2) * 13, FAMILY + HEAD - 24, 12, { colour, most: HEAD - 30 }));
      draw.text(ctx, String(line.rank ?? "–"), middle, FAMILY + HEAD - 10, 11, { colour: SOFT });
    });
  }

  function row(ctx, one, columns, y) {
    const { line } = one;
    const [high, colour] = [height(one), line.faded ? SOFT : INK];
    rule(ctx, 0, y, LEFT + columns.length * COLUMN, 1, RULE);
    draw.text(ctx, String(line.rank ?? "–"), 18, y + high / 2, 12, { colour: SOFT, weight: 700 });
    const lines = line.row[language()];
    lines.forEach((words, place) => draw.text(ctx, `${words}${line.faded && place === lines.length - 1 ? " ◌" : ""}`, 36, y + high / 2 + (place - (lines.length - 1) / 2) * LINE, 12.5, { align: "left", colour, most: LEFT - 40 }));
    columns.forEach((column, number) => {
      const cell = matrix.cell(one, column);
      if (!cell) return;
      const x = LEFT + number * COLUMN;
      draw.grouped(ctx, "seat", `${matrix.names(one)} × ${matrix.names(column)}: ${lang.say(cell.says)}`, () => {
        if (cell.relation) rule(ctx, x + 1, y + 2, 3, high - 3, matrix.colours[cell.relation]);
        draw.text(ctx, cell.signs.join(""), x + COLUMN / 2 + 1, y + high / 2, 11, { colour: line.faded || column.line.faded ? SOFT : INK, weight: 600, most: COLUMN - 5 });
      });
    });
  }

  // Signs that occur, with their words, in lines no wider than the sheet.
  function signs(ctx, width) {
    const texts = [...document.querySelectorAll("#signs li")].map((item) => item.innerText.replace(/\s+/g, " ").trim());
    ctx.font = `400 11px ${draw.FONT}`;
    const lines = [""];
    for (const text of texts) {
      const longer = lines.at(-1) ? `${lines.at(-1)} | ${text}` : text;
      if (ctx.measureText(longer).width > width - 24 && lines.at(-1)) lines.push(text);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  }

  // At least as wide as some columns, so that the parts of a paper have one size of letters.
  function sheet(rows, columns, least = 0) {
    const width = Math.max(700, LEFT + Math.max(columns.length, least) * COLUMN);
    const told = signs(document.createElement("canvas").getContext("2d"), width);
    const below = FAMILY + HEAD + rows.reduce((sum, one) => sum + height(one), 0);
    function paint(ctx) {
      heads(ctx, columns);
      let y = FAMILY + HEAD;
      for (const one of rows) {
        row(ctx, one, columns, y);
        y += height(one);
      }
      rule(ctx, 0, y, LEFT + columns.length * COLUMN, 1, RULE);
      told.forEach((words, place) => draw.text(ctx, words, 12, y + 14 + place * LINE, 11, { align: "left", colour: SOFT }));
    }
    return { width, height: below + 14 + told.length * LINE, paint };
  }

  const parts = (lines, most) => Array.from({ length: Math.max(1, Math.ceil(lines.length / most)) }, (_, at) => lines.slice(at * most, (at + 1) * most));

  figure.offer({
    isShown: matrix.isShown,
    sheet: () => sheet(matrix.rows(), matrix.columns()),
    sheets() {
      const least = Math.min(WIDE, matrix.columns().length);
      return parts(matrix.rows(), HIGH).flatMap((rows) => parts(matrix.columns(), WIDE).map((columns) => sheet(rows, columns, least)));
    },
    cited: () => [...matrix.rows(), ...matrix.columns()].map((one) => one.line).concat(matrix.rows().flatMap((one) => matrix.columns().map((column) => matrix.cell(one, column))).filter(Boolean)),
  });
})();
