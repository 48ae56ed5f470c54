"use strict";
// `?embed` in the address shows a page for a slide: the picture of a group, or the tables, without the head.
// Links of such a page open beside it. The frame of a picture is as high as the picture says.
(() => {
  if (new URLSearchParams(location.search).has("embed")) {
    document.documentElement.classList.add("embed");
    addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]");
      if (link && !link.getAttribute("href").startsWith("#")) { link.target = "_blank"; link.rel = "noopener"; }
    }, true);
  }
  addEventListener("message", ({ source, data }) => {
    const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
    if (frame && Number.isFinite(data?.lsgraphHeight)) frame.style.height = `${Math.min(Math.max(data.lsgraphHeight + 24, 320), 2400)}px`;
  });
})();
