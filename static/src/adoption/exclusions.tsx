import type { SnapshotView } from "#contract/adoption";
import { Table } from "../parts/table";

/** What does not count, so that the rest can be believed. */
export function Exclusions({ view }: { readonly view: SnapshotView }) {
  return (
    <details>
      <summary>What is left out</summary>
      <Table
        caption="Left out of the numbers above"
        columns={[
          { name: "What", heads: "row", render: (row) => row.what },
          {
            name: "How many",
            align: "end",
            render: (row) => (row.count === null ? "fewer than 5" : row.count.toLocaleString("en")),
          },
        ]}
        rows={view.exclusions}
        rowKey={(row) => row.what}
      />
    </details>
  );
}
