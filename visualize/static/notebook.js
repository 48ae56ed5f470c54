"use strict";
// In the cell of a notebook: a frame gets the height that its page tells.
(() => {
  const clamp = (height) => Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
  addEventListener("message", ({ source, data }) => {
    if (!data || !Number.isFinite(data.lsgraphHeight)) return;
    for (const frame of document.querySelectorAll("iframe.KEY"))
      if (frame.contentWindow === source) frame.style.height = `${clamp(data.lsgraphHeight)}px`;
  });
  for (const frame of document.querySelectorAll("iframe.KEY"))
    frame.contentWindow.postMessage({ lsgraphAsk: true }, "*");
})();
