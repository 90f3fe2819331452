import type { DepartmentView } from "#contract/adoption";
import { sayShareBand } from "../parts/share";
import { Table } from "../parts/table";
import { Verdict } from "../parts/verdict";

/** One that lags is not hidden in the average; one that is too small is hidden, and says so. */
export function Departments({ departments }: { readonly departments: readonly DepartmentView[] }) {
  if (departments.length === 0) return null;
  return (
    <section className="stack stack-tight">
      <h2>By department</h2>
      <Table
        caption="The plan's first threshold, department by department"
        columns={[
          { name: "Department", heads: "row", render: (row) => row.name },
          {
            name: "Verdict",
            render: ({ shown }) =>
              shown === null ? "hidden" : <Verdict verdict={shown.verdict} withReason="with reason" />,
          },
          {
            name: "On their own (95 %)",
            align: "end",
            render: ({ shown }) =>
              shown === null ? "too few people to show" : sayShareBand(shown.share, shown.lower, shown.upper),
          },
          { name: "People", align: "end", render: ({ shown }) => shown?.n.toLocaleString("en") ?? "–" },
        ]}
        rows={departments}
        rowKey={(row) => row.name}
      />
    </section>
  );
}
