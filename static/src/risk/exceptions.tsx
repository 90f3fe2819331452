import type { ExceptionsView, ExceptionView } from "#contract/exceptions";
import { useState } from "react";
import { ask, flag, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Empty } from "../parts/empty";
import { sayDay, sayInstant } from "../parts/day";
import { count } from "../parts/share";
import { useAsk } from "../parts/use-ask";
import { RaiseRisk } from "./raise-risk";
import { ExceptionForm, whatWords } from "./exception-form";

export function ExceptionsPart({ plan }: { readonly plan: string }) {
  const { state, again } = useAsk("exceptions", { plan });
  return (
    <AskedFor state={state} what="the exceptions" onAgain={again}>
      {(view) => <Exceptions view={view} plan={plan} onChanged={again} />}
    </AskedFor>
  );
}

interface Props {
  readonly view: ExceptionsView;
  readonly plan: string;
  readonly onChanged: () => void;
}

/** What people do instead of what the system asks, each with somebody who ends it and a day by which it ends. */
function Exceptions({ view, plan, onChanged }: Props) {
  return (
    <div className="stack">
      <Jump jump={view.jump} plan={plan} />
      <ExceptionForm plan={plan} departments={view.departments} onNoted={onChanged} />
      {view.open.length === 0 ? (
        <Empty title="Nothing open">
          <p>
            Work-arounds, sheets kept on the side and requests for old reports are logged here, in ten seconds each.
          </p>
        </Empty>
      ) : (
        <ul className="exceptions">
          {view.open.map((one) => (
            <li key={one.id} className="exception">
              <Exception one={one} plan={plan} canEdit={view.canEdit} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
      {view.closed === 0 ? null : <p className="subtle">{count(view.closed, "entry", "entries")} closed so far.</p>}
    </div>
  );
}

function Jump({ jump, plan }: Pick<ExceptionsView, "jump"> & { readonly plan: string }) {
  const [raising, setRaising] = useState(false);
  const { recent, before } = jump;
  const counts = `${recent.count} in the last ${recent.exposure} days, ${before.count} in the ${before.exposure} days before`;
  if (recent.exposure === 0) return null;
  if (jump.verdict === "unknown") return <p className="subtle">{counts}: too little to compare yet.</p>;
  if (jump.verdict === "none") return <p>{counts}: no more than before.</p>;
  return (
    <div className="note note-refused" role="status">
      <p className="note-mend">More comes in than before: {counts}.</p>
      <p>
        {jump.ratio === null ? "" : `${jump.ratio.toFixed(1)} times as often. `}People are working around the system.{" "}
        {raising ? "" : "Raise it as a risk, so that somebody owns it."}
      </p>
      {raising ? (
        <RaiseRisk plan={plan} about={about} onRaised={() => setRaising(false)} onLeave={() => setRaising(false)} />
      ) : (
        <div className="row">
          <button type="button" className="button" onClick={() => setRaising(true)}>
            Raise a risk …
          </button>
        </div>
      )}
    </div>
  );
}

const about = "People work around the system more often than before";

interface OneProps {
  readonly one: ExceptionView;
  readonly plan: string;
  readonly canEdit: boolean;
  readonly onChanged: () => void;
}

function Exception({ one, plan, canEdit, onChanged }: OneProps) {
  const [taking, setTaking] = useState(false);
  const close = async () => {
    try {
      await ask("closeException", { plan, of: one.id });
      flag({ type: "success", title: `“${one.title}” is closed` });
      onChanged();
    } catch (error) {
      flagRefusal(error);
    }
  };
  return (
    <>
      <div>
        <strong>{one.title}</strong>{" "}
        <span className="subtle">
          {whatWords[one.what].toLowerCase()}
          {one.count > 1 ? `, ${one.count} times` : ""}
          {one.department === null ? "" : `, ${one.department}`}; since {sayInstant(one.since)} by {one.by}
        </span>
        <p className={one.isAdrift || one.overdueDays > 0 ? "wrong" : "subtle"}>{sayPledge(one)}</p>
      </div>
      {canEdit ? (
        <div className="row">
          <button type="button" className="button" onClick={() => setTaking(!taking)}>
            {one.isAdrift ? "Take it over" : "Promise anew"}
          </button>
          <button type="button" className="button" onClick={() => void close()}>
            It is gone
          </button>
        </div>
      ) : null}
      {taking ? <Take one={one} plan={plan} onTaken={onChanged} /> : null}
    </>
  );
}

function sayPledge({ owner, closeBy, overdueDays }: ExceptionView): string {
  const who = owner ?? "Nobody owns it";
  if (closeBy === null) return `${who}; no day by which it ends`;
  return `${who}; gone by ${sayDay(closeBy)}${overdueDays > 0 ? `, ${count(overdueDays, "day")} overdue` : ""}`;
}

function Take({ one, plan, onTaken }: Pick<OneProps, "one" | "plan"> & { readonly onTaken: () => void }) {
  const [owner, setOwner] = useState(one.owner ?? "");
  const [closeBy, setCloseBy] = useState(one.closeBy ?? "");
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        void ask("takeException", { plan, of: one.id, owner: owner || null, closeBy: closeBy || null }).then(
          onTaken,
          flagRefusal,
        );
      }}
    >
      <input
        type="text"
        aria-label="Who ends it"
        placeholder="Who"
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      />
      <input
        type="date"
        aria-label="By when it ends"
        value={closeBy}
        onChange={(event) => setCloseBy(event.target.value)}
      />
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}
