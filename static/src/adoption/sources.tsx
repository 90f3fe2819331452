import type { SnapshotView } from "#contract/adoption";
import { sayInstantIn } from "../parts/day";
import { Table } from "../parts/table";

/** Where the facts come from; the slowest of them decides how far the numbers reach. */
export function Sources({ view: { sources, id, release, cut, plan } }: { readonly view: SnapshotView }) {
  if (sources.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h2>Sources</h2>
      <Table
        caption="Numbers reach as far as the source that reports latest"
        columns={[
          { name: "Source", heads: "row", render: (row) => row.name },
          { name: "Heard from", render: (row) => sayWhen(row.lastSeen, plan.zone) },
          {
            name: "Complete up to",
            render: (row) => `${sayWhen(row.completeTo, plan.zone)}${row.completeTo === cut ? ", the slowest" : ""}`,
          },
          { name: "Events", align: "end", render: (row) => row.events?.toLocaleString("en") ?? "not shown" },
        ]}
        rows={sources}
        rowKey={(row) => row.name}
      />
      <p className="faint">
        Snapshot {id}, worked out by release {release}. The gadget, the gates and this page read the same one.
      </p>
    </section>
  );
}

function sayWhen(instant: string | null, zone: string): string {
  return instant === null ? "never" : sayInstantIn(instant, zone);
}
