"use strict";
// A group through time: the strip is the slider, the day stands in the address after "#".
(() => {
  const byId = (id) => document.getElementById(id);
  const strip = byId("strip");
  const columns = [...strip.querySelectorAll(".column")];
  const days = columns.map((column) => column.dataset.day);
  const parts = [...document.querySelectorAll("[data-frame]")];
  const rows = [...document.querySelectorAll("[data-frames]")];
  const last = columns.length - 1;

  const changes = (number) => document.querySelectorAll(`#moments [data-frame="${number}"] .changes li`).length;

  function said(number) {
    const count = changes(number);
    const counted = number === 0 ? "" : lang.say([`, ${count} ${count === 1 ? "change" : "changes"}`, `，${count} 项变化`]);
    const own = columns[number].dataset[lang.current() === "en" ? "en" : "zh"];
    return `${own}. ${number + 1} / ${last + 1}${counted}`;
  }

  // Everything outside the canvas that belongs to one moment.
  function arrange() {
    const number = page.current();
    columns.forEach((column, place) => column.classList.toggle("now", place === number));
    for (const part of parts) part.classList.toggle("away", Number(part.dataset.frame) !== number);
    for (const row of rows) row.hidden = !row.dataset.frames.split(" ").includes(String(number));
    byId("previous").disabled = number === 0;
    byId("next").disabled = number === last;
    strip.setAttribute("aria-valuenow", String(number + 1));
    strip.setAttribute("aria-valuetext", said(number));
    byId("moments").scrollTop = 0;
  }

  function go(number) {
    const place = Math.min(last, Math.max(0, number));
    if (place === page.current()) return;
    page.show(place);
    const hash = anchor.entries();
    hash.set("day", days[place]);
    anchor.keep(hash);
    page.live.textContent = said(place);
  }

  // The moment of a day: the last that begins on it or before.
  function restore() {
    const asked = anchor.entries().get("day");
    if (!asked || !/^\d{4}-\d\d-\d\d$/.test(asked)) return;
    page.show(Math.max(0, days.findLastIndex((day) => day <= asked)));
  }

  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -1, PageUp: 1, Home: -Infinity, End: Infinity };
  strip.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in STEPS)) return;
    event.preventDefault();
    go(page.current() + STEPS[event.key]);
  });
  page.holder.addEventListener("keydown", (event) => {
    if (event.key === "[") go(page.current() - 1);
    if (event.key === "]") go(page.current() + 1);
  });
  const under = (x) => columns.findLastIndex((column) => column.getBoundingClientRect().left <= x);
  strip.addEventListener("pointerdown", (event) => go(under(event.clientX)));
  strip.addEventListener("pointermove", (event) => { if (event.buttons === 1) go(under(event.clientX)); });
  // A button that has just become disabled hands its focus on, so that the keyboard keeps its place.
  for (const [id, step] of [["previous", -1], ["next", 1]])
    byId(id).addEventListener("click", () => {
      go(page.current() + step);
      if (byId(id).disabled) strip.focus();
    });

  page.onChange((what) => { if (what === "frame") arrange(); });
  lang.onChange(arrange);
  addEventListener("hashchange", restore);
  restore();
  arrange();
})();
