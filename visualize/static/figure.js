"use strict";
// The picture as a figure, for paper, PNG and SVG: whole, in light colours, with words above and below.
//   figure.offer(kind)       another kind, taken while its isShown(): sheet() as of page, sheets() in parts for
//                            paper, cited() what is drawn, with sources; whose() lines below it, if it has any
const figure = (() => {
  const MOST = 40;
  const kinds = [{
    isShown: () => true,
    sheet: page.sheet,
    sheets: () => [page.sheet()],
    whose,
    cited: () => page.stages.flatMap((one) => [...one.picture().nodes.filter((_, place) => one.isShown(place)), ...one.picture().ties.filter(one.isTieShown)]),
  }];
  const kind = () => kinds.find((one) => one.isShown());

  // Lines of text no wider than `most` pixels.
  function lines(ctx, words, most) {
    const made = [""];
    for (const part of words.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]{1,40}|\s+/g) || []) {
      const longer = made.at(-1) + part;
      if (ctx.measureText(longer).width > most && made.at(-1)) made.push(part.trimStart());
      else made[made.length - 1] = longer;
    }
    return made;
  }

  // The whole picture with lines of text above and below it: what stands where, and the size of all.
  function composed(head, foot, sheet = kind().sheet()) {
    const ctx = document.createElement("canvas").getContext("2d");
    const measured = ([words, size, weight]) => {
      ctx.font = `${weight} ${size}px ${draw.FONT}`;
      return lines(ctx, words, sheet.width - 24).map((line) => ({ line, size, weight }));
    };
    const [above, below] = [head.flatMap(measured), foot.flatMap(measured)];
    const height = (rows) => rows.reduce((sum, row) => sum + row.size * 1.5, rows.length ? 14 : 0);
    return { sheet, above, below, top: height(above), width: sheet.width, height: sheet.height + height(above) + height(below) };
  }

  const raster = (parts) => paper.raster(parts.width, parts.height, (ctx) => paint(ctx, parts));

  function vector(parts) {
    const pen = svg.pen(parts.width, parts.height, draw.FONT);
    paint(pen, parts);
    return pen.file(document.title, shown().map((one) => lang.say(one.caption)).join(" "), document.documentElement.lang);
  }

  function paint(ctx, { sheet, above, below, top, width, height }) {
    paper.light(ctx, width, height, () => {
      write(ctx, above, 7);
      write(ctx, below, top + sheet.height + 7);
      ctx.translate(0, top);
      sheet.paint(ctx);
    });
  }

  function write(ctx, rows, start) {
    let y = start;
    for (const { line, size, weight } of rows) {
      draw.text(ctx, line, 12, y + size * 0.75, size, { align: "left", weight });
      y += size * 1.5;
    }
  }

  const shown = () => (frames.kind === "beside" ? page.frames : [page.picture]);

  // Title with the day, then the sentence of each picture shown.
  function head() {
    const named = (one) => (shown().length > 1 ? `${lang.say(one.name)}: ` : "");
    const asOf = shown().length === 1 && page.picture.as_of ? ` (${page.picture.as_of})` : "";
    return [[document.title + asOf, 18, 700], ...shown().map((one) => [named(one) + lang.say(one.caption), 12, 400])];
  }

  // Of each box at which shown ties of a bundle start: where they end, and what they say.
  function whose() {
    const told = page.stages.flatMap((one) => {
      const own = one.picture();
      const ties = own.ties.filter((tie) => one.form().bundled.has(tie.family) && one.isTieShown(tie));
      const ends = (some) => some.map((tie) => `${page.nameOf(tie.end, own)}${lang.say(tie.says) && ` (${lang.say(tie.says)})`}`).join("; ");
      return [...Map.groupBy(ties, (tie) => tie.start)].map(([start, some]) => {
        const number = one.form().texts[own.index.get(start)][0].match(/^[\u2460-\u32bf]/u)?.[0] ?? "";
        return `${number} ${page.nameOf(start, own)}: ${ends(some)}`.trim();
      });
    });
    if (!told.length) return [];
    return [[lang.say(frames.whose), 10, 700], ...told.sort().map((words) => [words, 10, 400])];
  }

  // Whose the lines of bundles are, the sources of what is drawn, each once, then whose terms these are.
  function foot() {
    const sources = [...new Set(kind().cited().flatMap((thing) => thing.sources.map(([title, url]) => (url ? `${title} ${url}` : title))))];
    const told = sources.slice(0, MOST).map((words, place) => [`${place + 1}. ${words}`, 10, 400]);
    const rest = sources.length - told.length;
    if (told.length) told.unshift([lang.say(["Sources", "来源"]), 10, 700]);
    if (rest > 0) told.push([lang.say([`and ${rest} more, named on the page`, `另有 ${rest} 项，见网页`]), 10, 400]);
    const note = document.querySelector(`footer .w[lang="${document.documentElement.lang}"]`);
    return [...(kind().whose?.() ?? []), ...told, [note.textContent, 10, 400]];
  }

  function save(blob, ending) {
    paper.save(blob, [document.title, frames.kind === "series" ? page.picture.as_of : ""], ending);
  }

  document.getElementById("png").addEventListener("click", () => raster(composed(head(), foot())).toBlob((blob) => save(blob, "png")));
  document.getElementById("svg").addEventListener("click", () => save(vector(composed(head(), foot())), "svg"));

  // Pixels that title and figures take above the picture on a sheet of A4 or Letter.
  function above() {
    const from = document.querySelector("header");
    const before = [...document.querySelectorAll("main > *:has(~ #print)")].filter((one) => one.offsetHeight);
    const style = document.body.style;
    style.width = "700px";
    const whole = (before.at(-1) ?? from).getBoundingClientRect().bottom - from.getBoundingClientRect().top;
    const away = [...document.querySelectorAll(".bar, .work, .stage, .language, #matrix-form, .matrix-stage, #matrix .help, main > #sources:not([open])")];
    const height = whole - away.reduce((sum, one) => sum + one.offsetHeight, 0);
    style.width = "";
    return height;
  }

  // The picture stays on the page of its title unless that is full: as high as there is room.
  addEventListener("beforeprint", () => {
    const [canvas, ...more] = kind().sheets().map((sheet) => raster(composed([], [], sheet)));
    const taken = Math.ceil(above());
    canvas.style.maxHeight = taken > 600 ? "96vh" : `max(40vh, calc(96vh - ${taken}px))`;
    for (const one of more) one.style.maxHeight = "96vh";
    const below = (kind().whose?.() ?? []).map(([words, , weight]) => {
      const line = Object.assign(document.createElement("p"), { className: "whose", textContent: words });
      line.style.fontWeight = weight;
      return line;
    });
    document.getElementById("print").replaceChildren(canvas, ...more, ...below);
  });
  addEventListener("afterprint", () => document.getElementById("print").replaceChildren());
  return { offer: (one) => kinds.unshift(one) };
})();
