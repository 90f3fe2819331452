import { useState } from "react";
import type { RefusalView } from "#contract/reply";
import type { ProposalView, RunView } from "#contract/sync";
import { ask, refusalOf } from "../bridge";
import { Findings } from "../parts/findings";
import { RefusalNote } from "../parts/refusal-note";
import { AdoptionOffers } from "./adoption-offers";
import { ConflictList } from "./conflict-list";
import { Estimate } from "./estimate";
import { LimitGate } from "./limit-gate";
import { OrphanList } from "./orphan-list";
import { PreviewFoot } from "./preview-foot";
import { ProposalCounts } from "./proposal-counts";
import type { Group } from "./proposal-lines";
import { ProposalList } from "./proposal-list";
import { isEqual } from "./settling";
import type { Settling } from "./settling";

interface Props {
  /** What this proposal answers: applying must ask for exactly the same. */
  readonly asked: { readonly text: string; readonly fileName: string; readonly settling: Settling };
  readonly proposal: ProposalView;
  readonly onSettle: (settling: Settling) => void;
  readonly onRun: (run: RunView) => void;
  /** The other way out, as a button beside the first. */
  readonly leave: { readonly title: string; readonly onLeave: () => void };
}

/** What would change, what must be decided, and the button that does it: in the order in which one decides. */
export function Preview({ asked, proposal, onSettle, onRun, leave }: Props) {
  const [settling, setSettling] = useState(asked.settling);
  const [confirmed, setConfirmed] = useState<number | null>(null);
  const [only, setOnly] = useState<Group | null>(null);
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [sending, setSending] = useState(false);
  const { limit } = proposal;
  const settle = () => onSettle(settling);
  const apply = async () => {
    setSending(true);
    setRefusal(null);
    const { text, fileName } = asked;
    try {
      onRun(await ask("apply", { text, fileName, ...asked.settling, hash: proposal.hash, confirmed }));
    } catch (error) {
      setRefusal(refusalOf(error));
      setSending(false);
    }
  };
  return (
    <section className="stack import" aria-label="What would change">
      <header className="stack stack-tight">
        <h2>What would change in Jira</h2>
        <ProposalCounts counts={proposal.counts} doubles={proposal.offers.length} only={only} onOnly={setOnly} />
        <Estimate estimate={proposal.estimate} />
      </header>
      <InTheWay proposal={proposal} />
      <ConflictList rows={proposal.rows} settling={settling} onChange={setSettling} onSettle={settle} />
      <AdoptionOffers offers={proposal.offers} settling={settling} onChange={setSettling} />
      <OrphanList orphans={proposal.orphans} settling={settling} onChange={setSettling} />
      <ProposalList proposal={proposal} only={only} />
      {limit === null ? null : <LimitGate limit={limit} value={confirmed} onChange={setConfirmed} />}
      {refusal === null ? null : <RefusalNote refusal={refusal} onAgain={() => onSettle(asked.settling)} />}
      <PreviewFoot
        proposal={proposal}
        asked={asked.settling}
        state={{ isChanged: !isEqual(settling, asked.settling), isConfirmed: limit?.touched === confirmed, sending }}
        onSettle={onSettle}
        onLook={settle}
        onApply={() => void apply()}
        leave={leave}
      />
    </section>
  );
}

/** What would refuse the apply as a whole, and what the linter has to say, before anything else is looked at. */
function InTheWay({ proposal: { blocked, findings, running } }: Pick<Props, "proposal">) {
  return (
    <>
      {running === null ? null : (
        <p className="note note-refused" role="status">
          {running.by} is applying this plan at this moment. Wait for that run, then look again.
        </p>
      )}
      {blocked.length === 0 ? null : (
        <ul className="rows">
          {blocked.map(({ message, mend }) => (
            <li key={message} className="note note-refused">
              <p>{message}</p>
              <p className="note-mend">{mend}</p>
            </li>
          ))}
        </ul>
      )}
      {findings.length === 0 ? null : (
        <details className="group" open={findings.some((finding) => finding.level === "error")}>
          <summary>What stands in the way ({findings.length})</summary>
          <Findings findings={findings} />
        </details>
      )}
    </>
  );
}
