"use strict";
// What is shown of the matrix stands in the address after "#", where it is not what the page begins with.
(() => {
  const form = document.getElementById("matrix-form");
  const inputs = [...form.querySelectorAll("input, select")];
  // What is shown, and which lines are rows: each sets the others to what it begins with.
  const LEADING = ["m-which", "m-rows"];
  const value = (input) => (input.type === "checkbox" ? String(input.checked) : input.value);
  const all = () => Object.fromEntries(inputs.map((input) => [input.id, value(input)]));
  let first = all();
  let waiting = false;

  function keep() {
    const hash = anchor.entries();
    for (const [id, now] of Object.entries(all())) now === first[id] ? hash.delete(id) : hash.set(id, now);
    anchor.keep(hash);
  }

  function take(input, wanted) {
    if (wanted === value(input)) return;
    if (input.type === "checkbox") input.checked = wanted === "true";
    else if (input.type === "search" || [...input.options].some((option) => option.value === wanted)) input.value = wanted;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function restore() {
    const hash = anchor.entries();
    waiting = true;
    const [leading, others] = [inputs.filter(({ id }) => LEADING.includes(id)), inputs.filter(({ id }) => !LEADING.includes(id))];
    for (const input of leading) take(input, hash.get(input.id) ?? first[input.id]);
    for (const input of others) take(input, hash.get(input.id) ?? first[input.id]);
    waiting = false;
  }

  form.addEventListener("input", ({ target }) => {
    const now = all();
    if (target.id === "m-which") first = { ...now, "m-which": "0", "m-find": "" };
    if (target.id === "m-rows") first = { ...first, "m-sort": now["m-sort"], "m-grouped": now["m-grouped"] };
    if (!waiting) keep();
  });
  addEventListener("hashchange", restore);
  restore();
})();
