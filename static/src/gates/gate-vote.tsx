import { useState } from "react";
import type { VoterView, VoteView } from "#contract/gates";
import { sayInstantIn } from "../parts/day";

interface Props {
  readonly vote: VoteView;
  readonly zone: string;
  readonly busy: boolean;
  readonly onVote: (choice: "yes" | "no", why: string) => void;
  readonly onWithdraw: (why: string) => void;
}

const words = { yes: "yes", no: "no", withdrawn: "took the decision back" } as const;

/** The vote only when every line is met, the record after. */
export function GateVote({ vote, zone, busy, onVote, onWithdraw }: Props) {
  const { voters, yours, decision, record } = vote;
  return (
    <div className="stack stack-tight gate-vote">
      <h3>{decision === null ? "The vote" : `Passed on ${sayInstantIn(decision.at, zone)}`}</h3>
      {decision?.snapshot ? <p className="faint">On the numbers of snapshot {decision.snapshot}.</p> : null}
      {voters.length === 0 ? (
        <p className="subtle">The plan names nobody to decide: give it a sponsor, a project manager and an owner.</p>
      ) : (
        <ul className="voters">
          {voters.map((voter) => (
            <Voter key={voter.name} voter={voter} />
          ))}
        </ul>
      )}
      {yours === "lines-unmet" ? <p className="subtle">The vote opens when every line above is met.</p> : null}
      {yours === "open" ? (
        <Ballot hasVoted={voters.some(({ isYou, choice }) => isYou && choice !== null)} busy={busy} onVote={onVote} />
      ) : null}
      {decision !== null && voters.some(({ isYou }) => isYou) ? <TakeBack busy={busy} onWithdraw={onWithdraw} /> : null}
      {record.length === 0 ? null : (
        <details>
          <summary>The record</summary>
          <ol className="bullets">
            {record.map(({ at, by, said, why }) => (
              <li key={`${at} ${by}`}>
                {sayInstantIn(at, zone)}: {by}, {words[said]}
                {why === "" ? "" : `. ${why}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function Voter({ voter: { name, seat, isKnown, isYou, choice, why } }: { readonly voter: VoterView }) {
  return (
    <li>
      <strong>{choice === null ? "○" : choice === "yes" ? "✓" : "✗"}</strong>{" "}
      <span>
        {name} <span className="faint">{isYou ? `${seat}, you` : seat}</span>
        {choice === null ? "" : `: ${choice}`}
        {why === "" ? "" : `. ${why}`}
        {isKnown ? null : (
          <span className="gate-mend">Nobody on this site answers to this name: mend it in the plan.</span>
        )}
      </span>
    </li>
  );
}

const leastWords = 10;

interface BallotProps extends Pick<Props, "busy" | "onVote"> {
  readonly hasVoted: boolean;
}

function Ballot({ hasVoted, busy, onVote }: BallotProps) {
  const [why, setWhy] = useState("");
  const isSaid = why.trim().length >= leastWords;
  return (
    <div className="stack stack-tight">
      <label className="labelled">
        <span>{hasVoted ? "Change your vote: why" : "Why"} (a no needs a sentence)</span>
        <input type="text" value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
      </label>
      <div className="row">
        <button type="button" className="button button-primary" disabled={busy} onClick={() => onVote("yes", why)}>
          Vote yes
        </button>
        <button type="button" className="button" disabled={busy || !isSaid} onClick={() => onVote("no", why)}>
          Vote no
        </button>
      </div>
    </div>
  );
}

function TakeBack({ busy, onWithdraw }: Pick<Props, "busy" | "onWithdraw">) {
  const [why, setWhy] = useState("");
  return (
    <details>
      <summary>Take the decision back</summary>
      <div className="row row-end">
        <label className="labelled">
          <span>What has changed; the decision stays in the record</span>
          <input type="text" value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
        </label>
        <button
          type="button"
          className="button"
          disabled={busy || why.trim().length < leastWords}
          onClick={() => onWithdraw(why)}
        >
          Take it back
        </button>
      </div>
    </details>
  );
}
