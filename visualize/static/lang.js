"use strict";
// The language of a page: chosen by the switch, kept in the address after "#", so that a link and a
// reload keep it; other entries there are left alone. A page opens in the language that its writer has
// chosen, else in the browser's.
const lang = (() => {
  const root = document.documentElement;
  const listeners = [];
  const first = root.dataset.language || (navigator.language.startsWith("zh") ? "zh" : "en");
  const current = () => (root.lang === "en" ? "en" : "zh");

  function apply(language) {
    root.lang = language === "zh" ? "zh-Hans" : "en";
    document.title = language === "zh" ? root.dataset.titleZh : root.dataset.titleEn;
    for (const button of document.querySelectorAll("button[data-lang]"))
      button.setAttribute("aria-pressed", String(button.dataset.lang === language));
    for (const link of document.querySelectorAll("a[data-page]"))
      link.hash = language === first ? "" : `lang=${language}`;
    for (const option of document.querySelectorAll("option[data-en]")) option.textContent = option.dataset[language];
    for (const listener of listeners) listener(language);
  }

  function choose(language) {
    const hash = anchor.entries();
    hash.set("lang", language);
    anchor.keep(hash);
    apply(language);
  }

  for (const button of document.querySelectorAll("button[data-lang]"))
    button.addEventListener("click", () => choose(button.dataset.lang));
  const fromAddress = () => {
    const asked = anchor.entries().get("lang");
    apply(["en", "zh"].includes(asked) ? asked : first);
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
  return {
    current,
    // Picks from a pair [English, Chinese].
    say: (pair) => pair[current() === "en" ? 0 : 1],
    onChange: (listener) => listeners.push(listener),
  };
})();
