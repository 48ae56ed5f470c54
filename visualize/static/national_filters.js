"use strict";
// The legend as a filter: levels by their boxes, kinds by a choice.
const filters = (() => {
  const kind = document.getElementById("kind");
  const boxes = [...document.querySelectorAll("#levels input")];

  // Filters by what stands in the form; draws nothing.
  function read() {
    world.keep(new Set(boxes.filter((box) => box.checked).map((box) => box.value)), kind.value);
  }

  function set(levels, only) {
    for (const box of boxes) box.checked = levels ? levels.includes(box.value) : true;
    kind.value = [...kind.options].some((option) => option.value === only) ? only : "";
    read();
  }

  function changed() {
    read();
    nation.again();
    nation.live.textContent = document.getElementById("shown").textContent;
  }

  for (const field of [...boxes, kind]) field.addEventListener("change", changed);
  return { set, clear: () => set(null, ""), off: () => (boxes.every((box) => box.checked) ? null : boxes.filter((box) => box.checked).map((box) => box.value)), kind: () => kind.value };
})();
