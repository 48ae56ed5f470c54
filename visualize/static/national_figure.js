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
    const wasDark = draw.isDark();
    draw.dark(false);
    ctx.fillStyle = draw.paper();
    ctx.fillRect(0, 0, width, height + head);
    if (head) {
      const [title, shown, note] = texts();
      const line = (words, y, size, weight) => draw.text(ctx, words, 12, y, size, { align: "left", weight, most: width - 24 });
      line(title, 17, 16, 700);
      line(shown, 36, 11, 400);
      line(note, 51, 9, 400);
    }
    ctx.save();
    ctx.translate(0, head - top);
    nation.paintAll(ctx);
    ctx.restore();
    draw.dark(wasDark);
  }

  function canvas(top, height, head) {
    const made = document.createElement("canvas");
    const { width } = nation.plan();
    const scale = Math.min(2, Math.sqrt(6e7 / (width * (height + head))));
    [made.width, made.height] = [width * scale, (height + head) * scale].map(Math.ceil);
    const ctx = made.getContext("2d");
    ctx.scale(scale, scale);
    paint(ctx, top, height, head);
    return made;
  }

  // Paper: pieces of whole rows, so that no box is cut.
  function pieces() {
    const { height } = nation.plan();
    const found = [];
    const step = PAGE * outline.PITCH;
    for (let top = 0; top < height; top += step) found.push(canvas(top, Math.min(step, height - top), top ? 0 : HEAD));
    return found;
  }

  function save(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${lang.say(world.title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/-$/, "")}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

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
