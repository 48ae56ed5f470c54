"use strict";
// Inside the frame of a notebook the page tells its height, and nothing else, to the cell that holds it.
(() => {
  if (parent === window) return;
  const tell = () => parent.postMessage({ lsgraphHeight: document.body.getBoundingClientRect().height }, "*");
  new ResizeObserver(tell).observe(document.body);
  addEventListener("message", (event) => { if (event.source === parent) tell(); });
  tell();
})();
