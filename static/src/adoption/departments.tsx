import type { DepartmentView, SnapshotView } from "#contract/adoption";
import { Spark } from "../charts/spark";
import { sayShareBand } from "../parts/share";
import { Table } from "../parts/table";
import { Verdict } from "../parts/verdict";

interface Props {
  readonly view: SnapshotView;
  readonly onDrill: (department: string) => void;
}

/** One that lags is not hidden in the average; one that is too small is hidden, and says so. */
export function Departments({ view: { departments, differences, thresholds }, onDrill }: Props) {
  if (departments.length === 0) return null;
  const asked = thresholds.find(({ metric }) => metric === "ttft")?.words ?? "The usual threshold";
  return (
    <section className="stack stack-tight">
      <h2>By department</h2>
      {differences.map(({ between, sentence }) => (
        <p key={between}>{sentence}</p>
      ))}
      <Multiples departments={departments} />
      <Table
        caption={`${asked}, or the last day a department has reached`}
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
          { name: "Arithmetic", render: (row) => <Drill department={row} onDrill={onDrill} /> },
        ]}
        rows={departments}
        rowKey={(row) => row.name}
      />
    </section>
  );
}

function Drill({
  department: { name, shown },
  onDrill,
}: { readonly department: DepartmentView } & Pick<Props, "onDrill">) {
  if (shown === null) return "–";
  return (
    <button type="button" className="link" onClick={() => onDrill(name)}>
      Show<span className="unseen"> the arithmetic of {name}</span>
    </button>
  );
}

/** All on one scale, so that the shapes can be compared; the table below holds the numbers. */
function Multiples({ departments }: { readonly departments: readonly DepartmentView[] }) {
  const longest = Math.max(...departments.map(({ shown }) => shown?.spark.length ?? 0));
  if (longest < 2) return null;
  return (
    <ul className="multiples">
      {departments.map(({ name, shown }) => (
        <li key={name}>
          <h3>{name}</h3>
          {shown === null ? (
            <p className="faint">Hidden: too few people, or a neighbour that is.</p>
          ) : (
            <Spark
              shares={stretched(shown.spark, longest)}
              label={`${name}: ${sayShareBand(shown.share, shown.lower, shown.upper)} work on their own`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who was watched for fewer days ends where their days end. */
function stretched(shares: readonly number[], longest: number): readonly (number | null)[] {
  return Array.from({ length: longest }, (_, day) => shares[day] ?? null);
}
