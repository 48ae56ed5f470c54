"use strict";
// All that is drawn as a file or on paper, in light colours, with title and figures above it.
(() => {
  const byId = (id) => document.getElementById(id);
  const [HEAD, PAGE] = [58, 28];

  function texts() {
    const note = document.querySelector(`footer .w[lang="${document.documentElement.lang}"]`).textContent;
    return [lang.say(world.title), byId("shown").textContent, note];
  }

  // Paints on a pen what lies between two heights of the drawing, under a head where there is one.
  function paint(ctx, top, height, head) {
    const { width } = nation.plan();
    paper.light(ctx, width, height + head, () => {
      if (head) write(ctx, width);
      ctx.save();
      ctx.translate(0, head - top);
      nation.paintAll(ctx);
      ctx.restore();
    });
  }

  function write(ctx, width) {
    const [title, shown, note] = texts();
    const line = (words, y, size, weight) => draw.text(ctx, words, 12, y, size, { align: "left", weight, most: width - 24 });
    line(title, 17, 16, 700);
    line(shown, 36, 11, 400);
    line(note, 51, 9, 400);
  }

  const canvas = (top, height, head) => paper.raster(nation.plan().width, height + head, (ctx) => paint(ctx, top, height, head));

  // Paper: pieces of whole rows, so that no box is cut.
  function pieces() {
    const { height } = nation.plan();
    const found = [];
    const step = PAGE * outline.PITCH;
    for (let top = 0; top < height; top += step) found.push(canvas(top, Math.min(step, height - top), top ? 0 : HEAD));
    return found;
  }

  const save = (blob, ending) => paper.save(blob, [lang.say(world.title)], ending);

  function vector() {
    const { width, height } = nation.plan();
    const pen = svg.pen(width, height + HEAD, draw.FONT);
    paint(pen, 0, height, HEAD);
    const [title, shown] = texts();
    return pen.file(title, shown, document.documentElement.lang);
  }

  byId("png").addEventListener("click", () => canvas(0, nation.plan().height, HEAD).toBlob((blob) => save(blob, "png")));
  byId("svg").addEventListener("click", () => save(vector(), "svg"));
  addEventListener("beforeprint", () => byId("print").replaceChildren(...pieces()));
  addEventListener("afterprint", () => byId("print").replaceChildren());
})();
