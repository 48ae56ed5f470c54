"use strict";
// A picture of the reference, put together as the other scripts read it: pieces of the page that many pictures
// have, its data, in which several boxes and ties share what they say, and what vis-network is told of them.
// Inside a page of the reference it leaves out what that page says.
(() => {
  if (parent !== window) document.documentElement.classList.add("framed");
  for (const place of document.querySelectorAll("[data-of]")) place.outerHTML = pictureParts[place.dataset.of];
  const element = document.getElementById("picture");
  const { shared, ...data } = JSON.parse(element.textContent);
  const whole = (value) => (Array.isArray(value) ? value.map((number) => shared[number]) : value?.of === undefined ? value : shared[value.of]);
  const thing = (held) => Object.fromEntries(Object.entries(held).map(([name, value]) => [name, whole(value)]));
  const [nodes, ties] = [data.nodes.map(thing), data.ties.map(thing)];
  element.textContent = JSON.stringify({ ...pictureConstants, ...data, nodes, ties });
  const told = {
    nodes: nodes.map(({ uid, names, colour }) => ({ id: uid, label: names[1], shape: "custom", color: colour })),
    edges: ties.map(({ start, end }, id) => ({ id, from: start, to: end, hidden: true })),
    options: pictureOptions,
  };
  for (const [id, value] of Object.entries(told)) {
    element.before(Object.assign(document.createElement("script"), { type: "application/json", id, textContent: JSON.stringify(value) }));
  }
})();
