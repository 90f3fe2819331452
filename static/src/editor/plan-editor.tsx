import { useEffect, useMemo, useRef, useState } from "react";
import type { EditorView } from "@codemirror/view";
import type { Plan } from "#domain/plan/plan";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";
import { ReviewEdits } from "../sync/review-edits";
import { applyFix } from "./apply-fix";
import { codeView, showLine } from "./code-view";
import { draftKeeper } from "./draft";
import { Remarks } from "./remark-list";
import { remarksOn } from "./remarks";
import type { Fix } from "./fixes";
import type { Remarked, TextRemark } from "./remarks";

interface Props {
  readonly plan: string;
  readonly onApplied: () => void;
  readonly onLeave: () => void;
}

/** The whole plan as text, for whoever is quicker in it than in any form. Nothing reaches Jira without its preview. */
export default function PlanEditor({ plan, onApplied, onLeave }: Props) {
  const { state, again } = useAsk("planDraft", { plan });
  const [looked, setLooked] = useState<Plan | null>(null);
  const applied = () => {
    void ask("saveDraft", { plan, text: null }).catch(flagRefusal);
    onApplied();
    onLeave();
  };
  if (looked !== null) return <ReviewEdits plan={looked} onBack={() => setLooked(null)} onApplied={applied} />;
  return (
    <AskedFor state={state} what="the plan as text" onAgain={again}>
      {({ text, draft }) => <Writing plan={plan} held={text} draft={draft} onLook={setLooked} onLeave={onLeave} />}
    </AskedFor>
  );
}

interface WritingProps {
  readonly plan: string;
  /** As Jira holds it. */
  readonly held: string;
  readonly draft: string | null;
  readonly onLook: (plan: Plan) => void;
  readonly onLeave: () => void;
}

const silent: Remarked = { plan: null, remarks: [] };

function Writing({ plan, held, draft, onLook, onLeave }: WritingProps) {
  const drafts = useMemo(() => draftKeeper(plan, held), [plan, held]);
  const [remarked, setRemarked] = useState(silent);
  const [isBack, setBack] = useState(draft !== null);
  const view = useRef<EditorView | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const look = useRef(() => {});
  useEffect(() => {
    // Read anew: the remarks come a moment after the typing, and what is looked at must be what stands there.
    look.current = () => {
      const read = remarksOn(view.current?.state.doc.toString() ?? "");
      setRemarked(read);
      if (read.plan !== null) onLook(read.plan);
    };
  }, [onLook]);
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = codeView(place.current, {
      text: draft ?? held,
      onText: drafts.keep,
      onRemarks: setRemarked,
      onSave: () => look.current(),
    });
    view.current = made;
    made.focus();
    return () => made.destroy();
  }, [held, draft, drafts]);
  const goTo = (line: number) => view.current !== null && showLine(view.current, line);
  const mend = (remark: TextRemark, fix: Fix) => view.current !== null && applyFix(view.current, remark, fix);
  const startOver = () => {
    drafts.forget();
    setBack(false);
    view.current?.dispatch({ changes: { from: 0, to: view.current.state.doc.length, insert: held } });
  };
  return (
    <section className="stack stack-tight" aria-label="The plan as text">
      <Head remarked={remarked} onLook={() => look.current()} onLeave={onLeave} />
      {!isBack ? null : <Draft onStartOver={startOver} />}
      <div className="editor">
        <div className="editor-code" ref={place} />
        <Remarks remarked={remarked} onShow={goTo} onFix={mend} />
      </div>
      <p className="faint">
        Ctrl+Space completes, F8 goes to the next remark, Ctrl+S shows what would change, Esc then Tab leaves the text.
      </p>
    </section>
  );
}

interface HeadProps {
  readonly remarked: Remarked;
  readonly onLook: () => void;
  readonly onLeave: () => void;
}

function Head({ remarked, onLook, onLeave }: HeadProps) {
  const errors = remarked.remarks.filter(({ finding }) => finding.level === "error").length;
  const said =
    remarked.plan === null
      ? "This is no plan yet"
      : `${count(errors, "error")}, ${count(remarked.remarks.length - errors, "other remark")}`;
  return (
    <div className="row row-apart">
      <h2>The plan as text</h2>
      <div className="row">
        <span className="subtle" role="status">
          {said}
        </span>
        <button type="button" className="button button-primary" disabled={remarked.plan === null} onClick={onLook}>
          Show what would change
        </button>
        <button type="button" className="button" onClick={onLeave}>
          Back to the sheet
        </button>
      </div>
    </div>
  );
}

function Draft({ onStartOver }: { readonly onStartOver: () => void }) {
  return (
    <div className="note" role="status">
      <p>What you wrote last time and did not apply is back.</p>
      <div className="row">
        <button type="button" className="button" onClick={onStartOver}>
          Start again from Jira
        </button>
      </div>
    </div>
  );
}
