import type { SnapshotView } from "#contract/adoption";
import { count, sayRatio, sayShare } from "../parts/share";
import { Table } from "../parts/table";

type AskedFor = NonNullable<SnapshotView["askedFor"]>;
type Part = AskedFor["parts"][number];

const words: Readonly<Record<Part["about"], string>> = {
  "how-to": "How something is done",
  access: "Access and permissions",
  defect: "Something does not work",
  data: "Wrong or missing data",
  unsaid: "Not said",
};

/** What help was asked for, in the weeks of the help-desk ratio, and what that asks of the project. */
export function WhatAsked({ askedFor }: { readonly askedFor: AskedFor }) {
  const { parts, tickets, sentence } = askedFor;
  if (tickets === 0) return null;
  const isSaid = parts.some(({ about, tickets: own }) => about !== "unsaid" && own > 0);
  return (
    <section className="stack stack-tight" aria-label="What people asked for">
      <h2>What people asked for</h2>
      {isSaid ? (
        <>
          <p>{sentence}</p>
          <Parts askedFor={askedFor} />
        </>
      ) : (
        <p className="subtle">
          No ticket says what it was about. Send a <code>category</code> with each (how-to, access, defect or data), or
          say under Settings where Jira keeps it.
        </p>
      )}
    </section>
  );
}

function Parts({ askedFor: { from, to, tickets, parts } }: { readonly askedFor: AskedFor }) {
  const shown = parts.filter(({ about, tickets: own }) => about !== "unsaid" || own > 0);
  const weeks = from === to ? from : `${from} to ${to}`;
  return (
    <Table
      caption={`${count(tickets, "ticket")}, ${weeks}`}
      columns={[
        { name: "About", heads: "row", render: (part) => <Bar part={part} /> },
        { name: "Tickets", align: "end", render: (part) => part.tickets.toLocaleString("en") },
        { name: "Share", align: "end", render: (part) => sayShare(part.share) },
        {
          name: "A person a week (95 %)",
          align: "end",
          render: ({ ratio, lower, upper }) => sayRatio(ratio, lower, upper),
        },
      ]}
      rows={shown}
      rowKey={(part) => part.about}
    />
  );
}

/** Its length says again what the columns beside it say in figures. */
function Bar({ part: { about, share } }: { readonly part: Part }) {
  return (
    <>
      {words[about]}
      <span className="share-bar" aria-hidden="true">
        <span className="share-bar-part" style={{ inlineSize: `${(share ?? 0) * 100}%` }} />
      </span>
    </>
  );
}
