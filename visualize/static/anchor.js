"use strict";
// What stands in the address after "#", so that a link and a reload keep it. Each script reads and
// writes entries of its own there and leaves the others alone.
const anchor = (() => {
  const entries = () => new URLSearchParams(location.hash.slice(1));

  function keep(hash) {
    // The whole address: in the frame of a notebook one that begins with "#" is that of the notebook.
    const address = location.href.split("#")[0] + (hash.size ? `#${hash}` : "");
    // A page in a frame has no address of its own: there nothing is kept.
    try { history.replaceState(history.state, "", address); } catch { /* no address */ }
  }

  return { entries, keep };
})();
