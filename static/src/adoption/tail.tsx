import { useState } from "react";
import type { TailView } from "#contract/observations";
import { ask, flagRefusal } from "../bridge";
import { AskedFor } from "../parts/asked-for";
import { Table } from "../parts/table";
import { useAsk } from "../parts/use-ask";
import { useNames } from "../sync/use-names";

interface Props {
  readonly plan: string;
  readonly wave: string | null;
}

/** Who still waits, under pseudonyms, for the coach alone; everybody else is told who that is. */
export function Tail({ plan, wave }: Props) {
  const { state, again } = useAsk("tail", { plan, wave });
  return (
    <section className="stack stack-tight">
      <h2>Still waiting</h2>
      <AskedFor state={state} what="the tail" onAgain={again}>
        {(view) => (view.isYours ? <Yours view={view} /> : <NotForYou view={view} plan={plan} onNamed={again} />)}
      </AskedFor>
    </section>
  );
}

function Yours({ view }: { readonly view: TailView }) {
  if (view.rows.length > 0) return <Rows view={view} />;
  return <p className="subtle">You are the coach. Nobody who has started is still waiting.</p>;
}

function Rows({ view: { rows, more } }: { readonly view: TailView }) {
  return (
    <Table
      caption={`Longest first, without names${more > 0 ? `; ${more.toLocaleString("en")} more are waiting` : ""}`}
      columns={[
        { name: "Person", heads: "row", render: (row) => row.pseudonym },
        { name: "Wave", render: (row) => row.wave },
        { name: "Department", render: (row) => row.department },
        { name: "Waiting, days", align: "end", render: (row) => row.waitingDays },
        { name: "Last tried, with help", render: (row) => row.lastTried ?? "nothing yet" },
        { name: "Tickets", align: "end", render: (row) => row.tickets },
      ]}
      rows={rows}
      rowKey={(row) => row.pseudonym}
    />
  );
}

interface NotForYouProps {
  readonly view: TailView;
  readonly plan: string;
  readonly onNamed: () => void;
}

function NotForYou({ view: { coach }, plan, onNamed }: NotForYouProps) {
  const [named, setNamed] = useState("");
  const names = useNames(coach === null ? [] : [coach]);
  const send = (person: string | null) => ask("nameCoach", { plan, coach: person }).then(onNamed, flagRefusal);
  const who = coach === null ? "Nobody is named as the plan's coach." : `The coach is ${names.get(coach) ?? "named"}.`;
  return (
    <>
      <p className="subtle">
        {who} Only the coach sees who is still waiting, and only under pseudonyms; nobody is ranked.
      </p>
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          void send(named.trim());
        }}
      >
        <label className="labelled">
          <span>Coach, by e-mail (space administrators)</span>
          <input type="text" value={named} onChange={(event) => setNamed(event.target.value)} />
        </label>
        <button type="submit" className="button" disabled={named.trim() === ""}>
          Name the coach
        </button>
      </form>
    </>
  );
}
