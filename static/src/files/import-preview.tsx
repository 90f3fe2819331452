import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { ProposalView, RunView } from "#contract/sync";
import { ask, refusalOf } from "../bridge";
import { ConflictList } from "../sync/conflict-list";
import { sayDuration } from "../parts/day";
import { Findings } from "../parts/findings";
import { LimitGate } from "../sync/limit-gate";
import { ProposalCounts, sayTouched } from "../sync/proposal-counts";
import { ProposalGroups } from "../sync/proposal-groups";
import { RefusalNote } from "../parts/refusal-note";
import type { RefusalView } from "#contract/reply";
import type { Choices, PlanFile } from "./plan-file";

interface Props {
  /** What this proposal answers: applying must ask for exactly the same. */
  readonly asked: PlanFile & { readonly choices: Choices };
  readonly proposal: ProposalView;
  readonly onSettle: (choices: Choices) => void;
  readonly onRun: (run: RunView) => void;
  readonly onRestart: () => void;
}

/** What would change, what must be decided, and the button that does it: in the order in which one decides. */
export function ImportPreview({ asked, proposal, onSettle, onRun, onRestart }: Props) {
  const [choices, setChoices] = useState(asked.choices);
  const [confirmed, setConfirmed] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [sending, setSending] = useState(false);
  const { counts, limit, findings } = proposal;
  const touched = sayTouched(counts);
  const ready = counts.conflict === 0 && touched !== null && (limit === null || confirmed === limit.touched);
  const apply = async () => {
    setSending(true);
    setRefusal(null);
    try {
      onRun(await ask("apply", { ...asked, hash: proposal.hash, confirmed }));
    } catch (error) {
      setRefusal(refusalOf(error));
      setSending(false);
    }
  };
  return (
    <section className="stack import" aria-label="What would change">
      <Counted proposal={proposal} />
      {findings.length === 0 ? null : (
        <details className="group" open={findings.some((finding) => finding.level === "error")}>
          <summary>What stands in the way ({findings.length})</summary>
          <Findings findings={findings} />
        </details>
      )}
      <ConflictList rows={proposal.rows} choices={choices} onChoose={setChoices} onSettle={() => onSettle(choices)} />
      <ProposalGroups proposal={proposal} />
      {limit === null ? null : <LimitGate limit={limit} value={confirmed} onChange={setConfirmed} />}
      {refusal === null ? null : <RefusalNote refusal={refusal} onAgain={() => onSettle(asked.choices)} />}
      <footer className="import-foot">
        <Button appearance="primary" isDisabled={!ready} isLoading={sending} onClick={() => void apply()}>
          {touched === null ? "Nothing to apply" : `Apply: ${touched}`}
        </Button>
        <Button appearance="subtle" onClick={onRestart}>
          Choose another file
        </Button>
        {Object.keys(asked.choices).length === 0 ? null : (
          <Button appearance="subtle" onClick={() => onSettle({})}>
            Settle the conflicts again
          </Button>
        )}
        <Estimate proposal={proposal} />
      </footer>
    </section>
  );
}

function Counted({ proposal }: { readonly proposal: ProposalView }) {
  return (
    <header className="stack stack-tight">
      <h2>What would change in Jira</h2>
      <p className="faint">Nothing has been written yet.</p>
      <ProposalCounts counts={proposal.counts} />
      <p className="faint">
        Items are matched by identity, never by title: applying the same file again makes no duplicates.
      </p>
    </header>
  );
}

function Estimate({ proposal: { estimate, counts } }: { readonly proposal: ProposalView }) {
  if (counts.conflict > 0) return <span className="subtle">Settle the conflicts first.</span>;
  if (sayTouched(counts) === null) return <span className="subtle">Plan and Jira agree.</span>;
  if (estimate.requests === 0) return <span className="subtle">Nothing is sent to Jira.</span>;
  return (
    <span className="subtle">
      About {sayDuration(estimate.seconds)}, {estimate.requests.toLocaleString("en")} requests,{" "}
      {estimate.points.toLocaleString("en")} points.
    </span>
  );
}
