"use strict";
// The picture as a figure, for paper and PNG: whole, in light colours, with words above and below.
(() => {
  // Lines of text no wider than `most` pixels.
  function lines(ctx, words, most) {
    const made = [""];
    for (const part of words.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) || []) {
      const longer = made.at(-1) + part;
      if (ctx.measureText(longer).width > most && made.at(-1)) made.push(part.trimStart());
      else made[made.length - 1] = longer;
    }
    return made;
  }

  // The whole picture in light colours, twice the size where memory allows, with lines of text above
  // and below it.
  function figure(head, foot) {
    const sheet = page.sheet();
    const canvas = document.createElement("canvas");
    const ctx = canvas.getContext("2d");
    const measured = ([words, size, weight]) => {
      ctx.font = `${weight} ${size}px ${draw.FONT}`;
      return lines(ctx, words, sheet.width - 24).map((line) => ({ line, size, weight }));
    };
    const [above, below] = [head.flatMap(measured), foot.flatMap(measured)];
    const height = (rows) => rows.reduce((sum, row) => sum + row.size * 1.5, rows.length ? 14 : 0);
    const full = sheet.height + height(above) + height(below);
    const scale = Math.min(2, Math.sqrt(6e7 / (sheet.width * full)));
    [canvas.width, canvas.height] = [sheet.width * scale, full * scale];
    ctx.scale(scale, scale);
    paintFigure(ctx, sheet, [sheet.width, full], [above, 0], [below, sheet.height + height(above)], height(above));
    return canvas;
  }

  function paintFigure(ctx, sheet, size, above, below, top) {
    const wasDark = draw.isDark();
    draw.dark(false);
    ctx.fillStyle = draw.paper();
    ctx.fillRect(0, 0, ...size);
    for (const [rows, start] of [above, below]) write(ctx, rows, start + 7);
    ctx.translate(0, top);
    sheet.paint(ctx);
    draw.dark(wasDark);
  }

  function write(ctx, rows, start) {
    let y = start;
    for (const { line, size, weight } of rows) {
      draw.text(ctx, line, 12, y + size * 0.75, size, { align: "left", weight });
      y += size * 1.5;
    }
  }

  // Title with the day, then the sentence of each picture shown.
  function head() {
    const shown = frames.kind === "beside" ? page.frames : [page.picture];
    const named = (one) => (shown.length > 1 ? `${lang.say(one.name)}: ` : "");
    const asOf = shown.length === 1 && shown[0].as_of ? ` (${shown[0].as_of})` : "";
    return [[document.title + asOf, 18, 700], ...shown.map((one) => [named(one) + lang.say(one.caption), 12, 400])];
  }

  document.getElementById("png").addEventListener("click", () => {
    const note = document.querySelector(`footer .w[lang="${document.documentElement.lang}"]`);
    const day = frames.kind === "series" ? `-${page.picture.as_of}` : "";
    figure(head(), [[note.textContent, 10, 400]]).toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}${day}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });

  addEventListener("beforeprint", () => document.getElementById("print").replaceChildren(figure([], [])));
  addEventListener("afterprint", () => document.getElementById("print").replaceChildren());
})();
