"use strict";
// What a reader does with a picture: keys, search, filters, zoom, language, PNG.
(() => {
  const { picture, holder, live, network, panel } = page;
  const byId = (id) => document.getElementById(id);
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The nearest box in a direction; what lies aside counts three times.
  function neighbour(index, [dx, dy]) {
    const { boxes } = page.form();
    const [x, y] = boxes[index];
    let [best, least] = [index, Infinity];
    boxes.forEach(([bx, by], other) => {
      const ahead = (bx - x) * dx + (by - y) * dy;
      const aside = Math.abs((bx - x) * dy) + Math.abs((by - y) * dx);
      const cost = ahead + 3 * aside;
      if (other !== index && ahead > 1 && cost < least) [best, least] = [other, cost];
    });
    return best;
  }

  const KEYS = {
    Enter: () => { page.choose(Math.max(0, page.chosen().node)); panel.node(page.chosen().node); panel.focus(); },
    Escape: () => panel.close(),
    Home: () => page.choose(0),
    End: () => page.choose(picture.nodes.length - 1),
    "+": () => page.zoom(1.25),
    "-": () => page.zoom(0.8),
    0: () => page.whole(),
  };

  holder.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const { node } = page.chosen();
    if (event.ctrlKey || event.metaKey || event.altKey || !(step || KEYS[event.key])) return;
    event.preventDefault();
    if (!step) KEYS[event.key]();
    else page.choose(node < 0 ? 0 : neighbour(node, step));
  });
  byId("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") panel.close(); });
  byId("close").addEventListener("click", panel.close);

  holder.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    page.zoom(event.deltaY < 0 ? 1.1 : 0.9);
  }, { passive: false });
  byId("larger").addEventListener("click", () => page.zoom(1.25));
  byId("smaller").addEventListener("click", () => page.zoom(0.8));
  byId("whole").addEventListener("click", page.whole);

  const plain = (text) => text.normalize("NFKC").toLowerCase().trim();
  let found = { query: "", next: 0 };
  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const query = plain(byId("query").value);
    if (!query) return;
    const hits = [...picture.nodes.keys()].filter((index) => [picture.nodes[index].uid, ...picture.nodes[index].names].some((name) => plain(name).includes(query)));
    if (!hits.length) {
      live.textContent = lang.say(["Nothing found", "未找到"]);
      return;
    }
    const place = found.query === query ? found.next % hits.length : 0;
    found = { query, next: place + 1 };
    page.choose(hits[place], `${place + 1} / ${hits.length}`);
  });

  function filter(box) {
    const { kind } = box.dataset;
    box.checked ? page.hidden.delete(kind) : page.hidden.add(kind);
    network.redraw();
  }
  for (const box of document.querySelectorAll("#filters input")) {
    if (!box.checked) filter(box);
    box.addEventListener("change", () => filter(box));
  }

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
    const form = page.form();
    const canvas = document.createElement("canvas");
    const ctx = canvas.getContext("2d");
    const measured = ([words, size, weight]) => {
      ctx.font = `${weight} ${size}px ${draw.FONT}`;
      return lines(ctx, words, form.width - 24).map((line) => ({ line, size, weight }));
    };
    const [above, below] = [head.flatMap(measured), foot.flatMap(measured)];
    const height = (rows) => rows.reduce((sum, row) => sum + row.size * 1.5, rows.length ? 14 : 0);
    const full = form.height + height(above) + height(below);
    const scale = Math.min(2, Math.sqrt(6e7 / (form.width * full)));
    [canvas.width, canvas.height] = [form.width * scale, full * scale];
    ctx.scale(scale, scale);
    paintFigure(ctx, [form.width, full], [above, 0], [below, form.height + height(above)], height(above));
    return canvas;
  }

  function paintFigure(ctx, size, above, below, top) {
    const wasDark = draw.isDark();
    draw.dark(false);
    ctx.fillStyle = draw.paper();
    ctx.fillRect(0, 0, ...size);
    for (const [rows, start] of [above, below]) write(ctx, rows, start + 7);
    ctx.translate(0, top);
    page.unchosen(() => {
      page.paintUnder(ctx);
      picture.nodes.forEach((_, index) => page.paintBox(ctx, index));
      page.paintBadges(ctx);
    });
    draw.dark(wasDark);
  }

  function write(ctx, rows, start) {
    let y = start;
    for (const { line, size, weight } of rows) {
      draw.text(ctx, line, 12, y + size * 0.75, size, { align: "left", weight });
      y += size * 1.5;
    }
  }

  byId("png").addEventListener("click", () => {
    const title = lang.say(picture.title);
    const asOf = picture.as_of ? ` (${picture.as_of})` : "";
    const note = document.querySelector(`footer .w[lang="${document.documentElement.lang}"]`);
    const head = [[title + asOf, 18, 700], [lang.say(picture.caption), 12, 400]];
    figure(head, [[note.textContent, 10, 400]]).toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });

  const night = matchMedia("(prefers-color-scheme: dark)");
  night.addEventListener("change", () => { draw.dark(night.matches); network.redraw(); });
  addEventListener("beforeprint", () => byId("print").replaceChildren(figure([], [])));
  addEventListener("afterprint", () => byId("print").replaceChildren());
  lang.onChange(() => { page.arrange(); panel.again(); });
  let width = holder.clientWidth;
  new ResizeObserver(() => {
    if (!holder.clientWidth || holder.clientWidth === width) return;
    width = holder.clientWidth;
    page.arrange();
  }).observe(holder);
  draw.dark(night.matches);
  page.arrange();
})();
