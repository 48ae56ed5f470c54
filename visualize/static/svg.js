"use strict";
// A pen with the part of a 2d context that draw.js uses: what it draws becomes elements of an SVG, so
// that one drawing code makes the canvas, the PNG and the vector file. Text stays text.
const svg = (() => {
  const SPACE = "http://www.w3.org/2000/svg";
  // What XML can not hold, and marks that would turn neighbouring text round.
  const BARRED = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
  const clean = (words) => String(words).replace(BARRED, "");
  const short = (value) => String(Math.round(value * 100) / 100);
  const meter = document.createElement("canvas").getContext("2d");
  const OWN = ["font", "fillStyle", "strokeStyle", "lineWidth", "lineJoin", "textAlign", "textBaseline", "globalAlpha"];

  class Pen {
    constructor(width, height, family) {
      const made = document.implementation.createDocument(SPACE, "svg");
      this.root = this.place = made.documentElement;
      this.family = family;
      Object.assign(this, { font: `10px ${family}`, fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, lineJoin: "miter", textAlign: "start", textBaseline: "alphabetic", globalAlpha: 1 });
      this.dash = [];
      this.kept = [];
      this.beginPath();
      const size = { width: short(width), height: short(height), viewBox: `0 0 ${short(width)} ${short(height)}` };
      this.set(this.root, { ...size, role: "img", "font-family": family });
    }

    set(element, values) {
      for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
      return element;
    }

    add(tag, values, words) {
      const made = this.set(this.root.ownerDocument.createElementNS(SPACE, tag), values);
      if (words !== undefined) made.textContent = clean(words);
      return this.place.appendChild(made);
    }

    // Everything that `paint` draws becomes one group with a class and a title.
    group(name, words, paint) {
      const outer = this.place;
      this.place = this.add("g", { class: name });
      this.add("title", {}, words);
      paint();
      this.place = outer;
    }

    save() { this.kept.push([this.place, this.dash, ...OWN.map((name) => this[name])]); }

    restore() {
      const [place, dash, ...values] = this.kept.pop();
      Object.assign(this, { place, dash }, Object.fromEntries(OWN.map((name, index) => [name, values[index]])));
    }

    translate(x, y) { this.place = this.add("g", { transform: `translate(${short(x)} ${short(y)})` }); }

    rotate(angle) { this.place = this.add("g", { transform: `rotate(${short((angle * 180) / Math.PI)})` }); }

    scale(x, y) { this.place = this.add("g", { transform: `scale(${x} ${y})` }); }

    setLineDash(dash) { this.dash = [...dash]; }

    beginPath() { [this.steps, this.rounded, this.filled] = [[], null, null]; }

    moveTo(x, y) { this.steps.push(`M${short(x)} ${short(y)}`); }

    lineTo(x, y) { this.steps.push(`${this.steps.length ? "L" : "M"}${short(x)} ${short(y)}`); }

    closePath() { this.steps.push("Z"); }

    roundRect(x, y, width, height, radius) {
      this.rounded = { x: short(x), y: short(y), width: short(width), height: short(height), rx: short(radius) };
    }

    // Whole circles alone.
    arc(x, y, radius) { this.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, radius); }

    shape(paint) {
      const opacity = this.globalAlpha < 1 ? { opacity: this.globalAlpha } : {};
      return this.rounded ? this.add("rect", { ...this.rounded, ...paint, ...opacity }) : this.add("path", { d: this.steps.join(""), ...paint, ...opacity });
    }

    fill() { this.filled = this.shape({ fill: this.fillStyle }); }

    stroke() {
      const line = { stroke: this.strokeStyle, "stroke-width": short(this.lineWidth) };
      if (this.dash.length) line["stroke-dasharray"] = this.dash.join(" ");
      if (this.lineJoin !== "miter") line["stroke-linejoin"] = this.lineJoin;
      if (this.filled) this.set(this.filled, line);
      else this.shape({ fill: "none", ...line });
      this.filled = null;
    }

    fillRect(x, y, width, height) {
      this.add("rect", { x: short(x), y: short(y), width: short(width), height: short(height), fill: this.fillStyle });
    }

    measureText(words) {
      meter.font = this.font;
      meter.textBaseline = this.textBaseline;
      return meter.measureText(words);
    }

    // The baseline is given as a number: programs differ in what they know of other baselines.
    fillText(words, x, y, most) {
      if (!clean(words)) return;
      const measure = this.measureText(words);
      const [, weight, size] = this.font.match(/^(\d+)? ?([\d.]+)px/);
      const values = { x: short(x), y: short(y - measure.alphabeticBaseline), fill: this.fillStyle, "font-size": size };
      if (weight && weight !== "400") values["font-weight"] = weight;
      const anchor = { center: "middle", right: "end", end: "end" }[this.textAlign];
      if (anchor) values["text-anchor"] = anchor;
      if (measure.width > most) Object.assign(values, { textLength: short(most), lengthAdjust: "spacingAndGlyphs" });
      this.add("text", values, words);
    }

    // The file; `title` and `about` are what a screen reader says of it.
    file(title, about, language) {
      const first = this.root.firstChild;
      for (const [tag, words] of [["title", title], ["desc", about]]) this.root.insertBefore(this.add(tag, {}, words), first);
      this.root.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", language);
      const text = new XMLSerializer().serializeToString(this.root);
      return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
    }
  }

  return { pen: (width, height, family) => new Pen(width, height, family), clean };
})();
