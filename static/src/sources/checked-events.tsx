import type { UsageEvent } from "#contract/usage-event";
import { sayDay } from "../parts/day";
import { count } from "../parts/share";
import { sayAbout } from "../parts/about";
import { Table } from "../parts/table";
import type { Column } from "../parts/table";
import type { CheckedFile } from "./check-events";

/** What the file says under the chosen meaning: the sum first, then a few of its lines, then what cannot be read. */
export function CheckedEvents({ checked }: { readonly checked: CheckedFile }) {
  const { events, people, kinds, first, last, sample, unread } = checked;
  const hasTickets = kinds.some(([kind]) => kind === "ticket");
  if (events === 0) return <Unreadable checked={checked} />;
  return (
    <>
      <p>
        <strong>{count(events, "event")}</strong> of {count(people, "person", "people")},{" "}
        {sayDay(first?.slice(0, 10) ?? null)} to {sayDay(last?.slice(0, 10) ?? null)}:{" "}
        {kinds.map(([kind, number]) => `${number.toLocaleString("en")} × ${kind}`).join(", ")}.
      </p>
      {unread.tickets === 0 ? null : <UnreadCategories unread={unread} />}
      <Table
        caption="The first lines as they are understood"
        columns={[
          { name: "Person", heads: "row", render: (row) => row.person },
          { name: "Time (UTC)", render: (row) => row.at },
          { name: "Kind", render: (row) => row.kind },
          { name: "Process", render: (row) => row.process || "–" },
          ...(hasTickets ? [aboutColumn] : []),
          { name: "With help", render: (row) => (row.assisted ? "yes" : "no") },
        ]}
        rows={sample}
        rowKey={(row) => row.id}
      />
      <Unreadable checked={checked} />
    </>
  );
}

const aboutColumn: Column<UsageEvent> = {
  name: "About",
  render: ({ kind, category }) => (kind !== "ticket" ? "–" : category === undefined ? "not said" : sayAbout(category)),
};

/** They count as tickets all the same. */
function UnreadCategories({ unread: { tickets, words } }: Pick<CheckedFile, "unread">) {
  return (
    <p className="note">
      <strong>{count(tickets, "ticket")} will be “not said”.</strong> Not understood:{" "}
      {words.map((word) => `“${word}”`).join(", ")}. Known are words such as How-to, Access request, Bug, Data quality,
      Duplicate, Spam and Alert.
    </p>
  );
}

const shown = 10;

function Unreadable({ checked: { events, bad, badCount } }: { readonly checked: CheckedFile }) {
  if (badCount === 0) return events === 0 ? <p>The file holds no event.</p> : null;
  return (
    <div className="note" role="status">
      <p>
        <strong>{count(badCount, "line")} cannot be read.</strong> Say above what the columns mean, or mend the file.
      </p>
      <ul className="bullets">
        {bad.slice(0, shown).map(({ line, reason }) => (
          <li key={line}>
            Line {line.toLocaleString("en")}: {reason}
          </li>
        ))}
      </ul>
      {badCount > shown ? <p className="faint">and {(badCount - shown).toLocaleString("en")} more</p> : null}
    </div>
  );
}
