"use strict";
// A picture of the reference: its data, in which several boxes and ties share what they say, is put together as
// the other scripts read it. Inside a page of the reference it leaves out what that page says.
(() => {
  if (parent !== window) document.documentElement.classList.add("framed");
  const element = document.getElementById("picture");
  const { shared, ...data } = JSON.parse(element.textContent);
  const whole = (value) => (Array.isArray(value) ? value.map((number) => shared[number]) : value?.of === undefined ? value : shared[value.of]);
  const thing = (held) => Object.fromEntries(Object.entries(held).map(([name, value]) => [name, whole(value)]));
  element.textContent = JSON.stringify({ ...pictureConstants, ...data, nodes: data.nodes.map(thing), ties: data.ties.map(thing) });
})();
