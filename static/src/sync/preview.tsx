import { useState } from "react";
import Button from "@atlaskit/button/default/button";
import type { RefusalView } from "#contract/reply";
import type { ProposalView, RunView } from "#contract/sync";
import { ask, refusalOf } from "../bridge";
import { sayDuration } from "../parts/day";
import { Findings } from "../parts/findings";
import { RefusalNote } from "../parts/refusal-note";
import { ConflictList } from "./conflict-list";
import type { Choices } from "./conflicts";
import { LimitGate } from "./limit-gate";
import { ProposalCounts, sayTouched } from "./proposal-counts";
import type { Group } from "./proposal-lines";
import { ProposalList } from "./proposal-list";

interface Props {
  /** What this proposal answers: applying must ask for exactly the same. */
  readonly asked: { readonly text: string; readonly fileName: string; readonly choices: Choices };
  readonly proposal: ProposalView;
  readonly onSettle: (choices: Choices) => void;
  readonly onRun: (run: RunView) => void;
  /** The other way out, as a button beside the first. */
  readonly leave: { readonly title: string; readonly onLeave: () => void };
}

/** What would change, what must be decided, and the button that does it: in the order in which one decides. */
export function Preview({ asked, proposal, onSettle, onRun, leave }: Props) {
  const [choices, setChoices] = useState(asked.choices);
  const [confirmed, setConfirmed] = useState<number | null>(null);
  const [only, setOnly] = useState<Group | null>(null);
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [sending, setSending] = useState(false);
  const { counts, limit } = proposal;
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
      <header className="stack stack-tight">
        <h2>What would change in Jira</h2>
        <ProposalCounts counts={counts} only={only} onOnly={setOnly} />
        <Estimate proposal={proposal} />
      </header>
      <InTheWay findings={proposal.findings} />
      <ConflictList rows={proposal.rows} choices={choices} onChoose={setChoices} onSettle={() => onSettle(choices)} />
      <ProposalList proposal={proposal} only={only} />
      {limit === null ? null : <LimitGate limit={limit} value={confirmed} onChange={setConfirmed} />}
      {refusal === null ? null : <RefusalNote refusal={refusal} onAgain={() => onSettle(asked.choices)} />}
      <footer className="import-foot">
        <Button appearance="primary" isDisabled={!ready} isLoading={sending} onClick={() => void apply()}>
          {touched === null ? "Nothing to apply" : `Apply: ${touched}`}
        </Button>
        <Button appearance="subtle" onClick={leave.onLeave}>
          {leave.title}
        </Button>
        {Object.keys(asked.choices).length === 0 ? null : (
          <Button appearance="subtle" onClick={() => onSettle({})}>
            Settle the conflicts again
          </Button>
        )}
        <span className="subtle">{sayNext(proposal, confirmed)}</span>
      </footer>
    </section>
  );
}

function InTheWay({ findings }: Pick<ProposalView, "findings">) {
  if (findings.length === 0) return null;
  return (
    <details className="group" open={findings.some((finding) => finding.level === "error")}>
      <summary>What stands in the way ({findings.length})</summary>
      <Findings findings={findings} />
    </details>
  );
}

/** Nothing is sent before it is known what it costs: Jira's allowance is shared by everybody on the site. */
function Estimate({ proposal: { estimate } }: { readonly proposal: ProposalView }) {
  const cost =
    estimate.requests === 0
      ? "Applying sends nothing to Jira."
      : `Applying takes about ${sayDuration(estimate.seconds)} and ${estimate.points.toLocaleString("en")} points of Jira's hourly allowance, in ${estimate.requests.toLocaleString("en")} requests.`;
  return (
    <p className="subtle">
      Nothing has been written yet. {cost}{" "}
      <span className="faint">
        Items are matched by identity, never by title, so applying twice makes no duplicates.
      </span>
    </p>
  );
}

/** Why the button waits, if it does. */
function sayNext({ counts, limit }: ProposalView, confirmed: number | null): string {
  if (counts.conflict > 0) return "Settle the conflicts first.";
  if (sayTouched(counts) === null) return "Plan and Jira agree.";
  return limit === null || confirmed === limit.touched ? "" : "Confirm the number first.";
}
