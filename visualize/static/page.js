"use strict";
// What the page shows and what the reader has in hand. Other scripts use:
//   page.frames              the pictures in order: one, the days of a series, or two sides
//   page.current()           number of the picture in hand; page.show(number) takes another
//   page.picture, form(), network, holder    of the picture in hand
//   page.chosen()            { node, tie }: places in page.picture, -1 for none
//   page.choose(place), page.chooseTie(place), page.unchoose()
//   page.hidden, page.hide(what, on), page.hideOnly(all)   switched off: a kind of tie, "level:county",
//                            "role:member", "rank:8", "relation:LINE"
//   page.isShown(place)      whether a box is drawn; page.tied(place) its shown ties and the boxes at their ends
//   page.view(), page.look({ x, y, scale })  centre as parts of the picture's size, 1 for the scale that fits
//   page.sheet()             { width, height, paint(ctx) }: all that is shown, whole and without a choice
//   page.onChange(listener)  listener("frame" | "chosen" | "hidden" | "view" | "form")
//   page.panel               details: node(place), tie(place), focus(), close(), again()
const page = (() => {
  const live = document.getElementById("live");
  const hidden = new Set();
  const listeners = [];
  const tell = (what) => { for (const listener of listeners) listener(what); };
  const NONE = { node: -1, tie: -1 };
  const GAP = 20;
  const stages = [...document.querySelectorAll(".canvas")].map((holder) => makeStage(holder, hidden));
  const beside = frames.kind === "beside";
  let current = 0;
  let chosen = NONE;

  const stage = () => stages[beside ? current : 0];
  const picture = () => frames.list[current];
  const frameOn = (one) => (beside ? stages.indexOf(one) : current);
  const others = () => stages.filter((one) => one !== stage());

  // The same unit in another picture: by uid, else the one of its kind with its Chinese name.
  function counterpart(node, other) {
    if (other.index.has(node.uid)) return other.index.get(node.uid);
    return other.nodes.findIndex((one) => one.level === node.level && one.names[1] === node.names[1]);
  }

  // What is new, changed or gone, in words.
  const markText = (node, own = picture()) => lang.say(frames.marked[own.marks[own.index.get(node.uid)]]);
  const nodeText = (node, own = picture()) => [lang.say(node.names), lang.say(node.roles), node.rank ? `${node.rank_of[0] === "Rank" ? "" : `${lang.say(node.rank_of)} `}${lang.say(node.rank)}` : "", markText(node, own)].filter(Boolean).join(", ");
  const nameOf = (uid, own = picture()) => lang.say(own.nodes[own.index.get(uid)].names);
  const tieText = (tie, own = picture()) => `${nameOf(tie.start, own)} → ${nameOf(tie.end, own)}: ${lang.say(tie.says) || lang.say(tie.kinds)}`;

  function mark(next) {
    chosen = next;
    stage().mark(chosen);
    for (const one of others()) one.mark(chosen.node < 0 ? NONE : { node: counterpart(picture().nodes[chosen.node], one.picture()), tie: -1 });
    tell("chosen");
  }

  // What the other side says of the chosen unit.
  function elsewhere(node) {
    return others().map((one) => {
      const place = counterpart(node, one.picture());
      if (place < 0) return lang.say(["Not on the other side.", "另一侧没有。"]);
      one.reveal(place, false);
      return `${lang.say(one.picture().name)}: ${nodeText(one.picture().nodes[place], one.picture())}.`;
    }).join(" ");
  }

  const tiedWords = (place) => ((count) => lang.say([`Tied to ${count} ${count === 1 ? "box" : "boxes"}.`, `与 ${count} 个方框相连。`]))(stage().tied(place).nodes.length);

  // The place of a box among those shown.
  function ordinal(place) {
    const shown = picture().nodes.map((_, index) => index).filter((index) => stage().isShown(index));
    return `${shown.indexOf(place) + 1} / ${shown.length}`;
  }

  function choose(place, speech = "") {
    mark({ node: place, tie: -1 });
    stage().reveal(place);
    const node = picture().nodes[place];
    live.textContent = `${nodeText(node)}. ${speech || ordinal(place)} ${tiedWords(place)} ${elsewhere(node)}`.trim();
    if (page.panel.isOpen()) page.panel.node(place);
  }

  function chooseTie(place) {
    mark({ node: -1, tie: place });
    const others = stage().sharing(place).length - 1;
    const more = others > 0 ? lang.say([` And ${others} more of this bundle.`, ` 此束另有 ${others} 条。`]) : "";
    live.textContent = tieText(picture().ties[place]) + more;
  }

  const formName = () => frames.form(lang.current(), stages[0].holder.clientWidth < frames.narrow);

  // Takes another picture in hand; what was chosen stays chosen where it is found again.
  function show(number) {
    if (number === current || !frames.list[number]) return;
    const node = picture().nodes[chosen.node];
    current = number;
    if (!beside) stage().take(picture(), formName());
    const place = node ? counterpart(node, picture()) : -1;
    mark({ node: place, tie: -1 });
    if (place >= 0) page.panel.again();
    else page.panel.shut();
    tell("frame");
  }

  // Sets every canvas up anew for the language and the width.
  function arrange() {
    const name = formName();
    stages.forEach((one, number) => one.take(frames.list[beside ? number : current], name));
    const room = Math.min(...stages.map((one) => one.holder.clientWidth));
    const scale = Math.min(1.25, room / Math.max(...stages.map((one) => one.form().width)));
    for (const one of stages) one.fit(scale);
    tell("form");
  }

  function everywhere(act) {
    for (const one of stages) act(one);
    tell("view");
  }

  function hide(what, on) {
    on ? hidden.add(what) : hidden.delete(what);
    for (const one of stages) one.again();
    tell("hidden");
  }

  // Switches off these and nothing else.
  function hideOnly(all) {
    hidden.clear();
    for (const what of all) hidden.add(what);
    for (const one of stages) one.again();
    tell("hidden");
  }

  // Two sides move as one: same scale, same height on the scale of ranks.
  function follow(from) {
    for (const one of stages) if (one !== from) one.look(from.view());
    tell("view");
  }

  function picked(one, { pointer }) {
    show(frameOn(one));
    const place = one.boxAt(pointer.canvas);
    const tie = place < 0 ? one.tieAt(pointer.canvas) : -1;
    if (place >= 0) { choose(place); page.panel.node(place); }
    else if (tie >= 0) { chooseTie(tie); page.panel.tie(tie); }
    else mark(NONE);
  }

  for (const one of stages) {
    one.network.on("click", (event) => picked(one, event));
    for (const event of ["dragging", "dragEnd"])
      one.network.on(event, ({ nodes: [uid] }) => {
        if (uid === undefined) return follow(one);
        one.dragged(uid);
        tell("moved");
      });
    one.holder.addEventListener("focus", () => show(frameOn(one)));
  }

  // All that is shown, whole: one picture, or two beside each other under their names.
  function sheet() {
    const sizes = stages.map((one) => one.form());
    const head = beside ? 30 : 0;
    const width = sizes.reduce((sum, form) => sum + form.width, GAP * (sizes.length - 1));
    function paint(ctx) {
      let x = 0;
      for (const one of stages) {
        ctx.save();
        ctx.translate(x, 0);
        if (head) draw.text(ctx, lang.say(one.picture().name), 12, head / 2, 14, { align: "left", weight: 700, most: one.form().width - 24 });
        ctx.translate(0, head);
        one.paint(ctx);
        ctx.restore();
        x += one.form().width + GAP;
      }
    }
    return { width, height: head + Math.max(...sizes.map((form) => form.height)), paint };
  }

  return {
    live, hidden, hide, hideOnly, show, choose, chooseTie, arrange, counterpart, nodeText, markText, nameOf, tieText, sheet, stages,
    frames: frames.list,
    current: () => current,
    get picture() { return picture(); },
    get network() { return stage().network; },
    get holder() { return stage().holder; },
    form: () => stage().form(),
    chosen: () => chosen,
    unchoose: () => mark(NONE),
    isShown: (place) => stage().isShown(place),
    isTieShown: (place) => stage().isTieShown(picture().ties[place]),
    tied: (place) => stage().tied(place),
    sharing: (place) => stage().sharing(place),
    move: (place, dx, dy) => { stage().move(place, dx, dy); tell("moved"); },
    tell,
    whole: () => everywhere((one) => one.whole()),
    zoom: (factor) => everywhere((one) => one.zoom(factor)),
    view: () => stage().view(),
    look: (view) => everywhere((one) => one.look(view)),
    onChange: (listener) => listeners.push(listener),
  };
})();
