import type { EditorView } from "@codemirror/view";
import type { Fix } from "./fixes";
import { remarksOn } from "./remarks";
import type { TextRemark } from "./remarks";

/** Puts a fix into the text as it stands now: the list beside it may be a moment older. */
export function applyFix(view: EditorView, { finding }: TextRemark, { name }: Fix): void {
  const now = remarksOn(view.state.doc.toString()).remarks.find(
    (remark) => remark.finding.message === finding.message && remark.fixes.some((fix) => fix.name === name),
  );
  const fix = now?.fixes.find((one) => one.name === name);
  if (fix !== undefined) insertFix(view, fix);
}

export function insertFix(view: EditorView, { at, remove = 0, insert, cursor }: Fix): void {
  view.dispatch({
    changes: { from: at, to: at + remove, insert },
    selection: { anchor: at + cursor },
    scrollIntoView: true,
  });
  view.focus();
}
