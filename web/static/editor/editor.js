// The field for a statement as an editor: Cypher in colours, completion of what the graph holds.
// Built into web/static/editor.min.js by web/static/editor/build.sh. The textarea stays: it is what is sent, and
// what there is without scripts. The editor stands in a shadow root, where its styles need no inline style sheet.
import { autocompletion, completeFromList, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const KEYWORDS = ("MATCH OPTIONAL WHERE RETURN WITH ORDER BY LIMIT SKIP DISTINCT AS AND OR NOT IN IS NULL UNWIND UNION "
  + "CASE WHEN THEN ELSE END EXISTS COUNT COLLECT CALL STARTS ENDS CONTAINS DESC ASC").split(" ");
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--keyword)", fontWeight: "600" },
  { tag: tags.string, color: "var(--string)" },
  { tag: [tags.number, tags.atom, tags.bool], color: "var(--number)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);
const LOOK = EditorView.theme({
  "&": { border: "1px solid var(--soft)", borderRadius: "5px", background: "var(--paper)", color: "var(--ink)", fontSize: "14px" },
  "&.cm-focused": { outline: "2px solid var(--focus)" },
  ".cm-content": { fontFamily: 'ui-monospace, "Noto Sans Mono CJK SC", monospace', minHeight: "8.4em", caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-scroller": { maxHeight: "60vh", overflow: "auto" },
  ".cm-tooltip": { background: "var(--paper)", color: "var(--ink)", border: "1px solid var(--soft)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--ink)", color: "var(--paper)" },
});

function words(area) {
  const told = JSON.parse(area.dataset.words);
  const named = Object.entries(told).flatMap(([type, names]) => names.map((label) => ({ label, type })));
  return [...named, ...KEYWORDS.map((label) => ({ label, type: "keyword" }))];
}

function enhance(area) {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const label = area.labels[0];
  const send = () => { area.form.requestSubmit(); return true; };
  const view = new EditorView({
    root, parent: root, doc: area.value,
    extensions: [
      keymap.of([{ key: "Mod-Enter", run: send }, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      history(), drawSelection(), bracketMatching(), EditorView.lineWrapping, EditorState.tabSize.of(2),
      StreamLanguage.define(cypher), syntaxHighlighting(COLOURS), LOOK, placeholder(area.placeholder),
      autocompletion({ override: [completeFromList(words(area))], icons: false }),
      EditorView.contentAttributes.of({ "aria-label": label.textContent }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        area.value = update.state.doc.toString();
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    ],
  });
  area.hidden = true;
  area.after(host);
  label.addEventListener("click", () => view.focus());
}

for (const area of document.querySelectorAll("textarea[data-words]")) enhance(area);
