"use strict";
// A drawing that leaves the page: in light colours, as a canvas of a size that memory allows, as a file.
const paper = (() => {
  const plain = (words) => words.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80);

  // On any pen, whatever the colours of the page.
  function light(ctx, width, height, paint) {
    const wasDark = draw.isDark();
    draw.dark(false);
    ctx.fillStyle = draw.paper();
    ctx.fillRect(0, 0, width, height);
    paint();
    draw.dark(wasDark);
  }

  // Twice the size where memory allows.
  function raster(width, height, paint) {
    const canvas = document.createElement("canvas");
    const scale = Math.min(2, Math.sqrt(6e7 / (width * height)));
    [canvas.width, canvas.height] = [width * scale, height * scale];
    const ctx = canvas.getContext("2d");
    ctx.scale(scale, scale);
    paint(ctx);
    return canvas;
  }

  // A file that is called after some words.
  function save(blob, words, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${words.map(plain).filter(Boolean).join("-") || "picture"}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  return { light, raster, save };
})();
