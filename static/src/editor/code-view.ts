import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, linter } from "@codemirror/lint";
import { insertFix } from "./apply-fix";
import type { Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import type { KeyBinding } from "@codemirror/view";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { colours } from "./colours";
import { complete } from "./completion";
import { remarksOn } from "./remarks";
import type { Remarked, TextRemark } from "./remarks";

interface Wishes {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onRemarks: (remarked: Remarked) => void;
  /** Ctrl or Cmd and S. */
  readonly onSave: () => void;
}

/** The editor in an element: plan files with completion by place, findings at their lines, and mends one click away. */
export function codeView(parent: Element, wishes: Wishes): EditorView {
  const heard = EditorView.updateListener.of((update) => {
    if (update.docChanged) wishes.onText(update.state.doc.toString());
  });
  const told = linter((view) => diagnose(view, wishes.onRemarks), { delay: 300 });
  const extensions = [...writing, told, heard, keymap.of(keysFor(wishes))];
  return new EditorView({ parent, state: EditorState.create({ doc: wishes.text, extensions }) });
}

function keysFor({ onSave }: Wishes): readonly KeyBinding[] {
  const run = () => {
    onSave();
    return true;
  };
  return [
    { key: "Mod-s", run, preventDefault: true },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...lintKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ];
}

export function showLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
  view.focus();
}

function diagnose(view: EditorView, onRemarks: Wishes["onRemarks"]): readonly Diagnostic[] {
  const remarked = remarksOn(view.state.doc.toString());
  onRemarks(remarked);
  return remarked.remarks.map((remark) => diagnostic(view, remark));
}

const severities = { error: "error", warning: "warning", hint: "info" } as const;

function diagnostic(view: EditorView, { finding, line, column, fixes }: TextRemark): Diagnostic {
  const row = view.state.doc.line(Math.min(line, view.state.doc.lines));
  const lead = row.text.search(/\S/);
  const from = Math.min(row.to, row.from + (column === null ? Math.max(0, lead) : column - 1));
  return {
    from,
    to: Math.max(from, row.to),
    severity: severities[finding.level],
    source: finding.rule,
    message: `${finding.message} ${finding.mend}`,
    actions: fixes.map((fix) => ({ name: fix.name, apply: (editor) => insertFix(editor, fix) })),
  };
}

/** Readable on light and dark, where a picture cannot take a token. */
const warned = "#af59e1";
const triangle = `url('data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="${warned}" d="M20 6L37 35L3 35Z"/></svg>`,
)}')`;

/** Jira's own tokens, so that light and dark come by themselves. */
const look = EditorView.theme({
  "&": {
    backgroundColor: "var(--ds-surface, #ffffff)",
    color: "var(--ds-text, #292a2e)",
    fontSize: "13px",
    height: "100%",
  },
  "&.cm-focused": { outline: "2px solid var(--ds-border-focused, #4688ec)" },
  ".cm-scroller": { fontFamily: "ui-monospace, Menlo, monospace", lineHeight: "20px" },
  ".cm-content": { caretColor: "var(--ds-text, #292a2e)" },
  ".cm-cursor": { borderLeftColor: "var(--ds-text, #292a2e)" },
  ".cm-gutters": {
    backgroundColor: "var(--ds-surface-sunken, #f8f8f8)",
    borderRight: "1px solid var(--ds-border, #0b120e24)",
    color: "var(--ds-text-subtlest, #6b6e76)",
  },
  ".cm-activeLine": { backgroundColor: "var(--ds-background-neutral-subtle-hovered, #0515240f)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--ds-background-selected, #e9f2fe)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--ds-surface-overlay, #ffffff)",
    border: "1px solid var(--ds-border, #0b120e24)",
    color: "var(--ds-text, #292a2e)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--ds-background-selected, #e9f2fe)",
    color: "var(--ds-text-selected, #1868db)",
  },
  // The library marks a warning in amber, which stands for nothing here.
  ".cm-lint-marker-warning": { content: triangle },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: `underline wavy ${warned}` },
  ".cm-diagnostic-warning": { borderLeft: `5px solid ${warned}` },
  ".cm-lintRange-active": { backgroundColor: "var(--ds-background-selected, #e9f2fe)" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--ds-background-brand-bold, #1868db)",
    color: "var(--ds-text-inverse, #ffffff)",
  },
});

const writing = [
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  bracketMatching(),
  closeBrackets(),
  indentUnit.of("  "),
  yaml(),
  syntaxHighlighting(colours),
  autocompletion({ override: [complete] }),
  lintGutter(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": "The plan as text" }),
  look,
];
