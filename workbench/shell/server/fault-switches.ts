import type { FaultKind, Faults } from "../../jira/faults";

/** The troubles of the embedded Jira as switches: a check mark, a number or a word each. */
export interface FaultSwitch {
  readonly key: string;
  readonly label: string;
  readonly value: boolean | number | string;
}

const kinds: readonly { readonly kind: FaultKind; readonly label: string }[] = [
  { kind: "error", label: "Next … requests fail with 500, nothing is written" },
  { kind: "lost-answer", label: "Next … writes are kept but answered with 500" },
  { kind: "lost-connection", label: "Next … writes are kept but the connection breaks" },
  { kind: "cut", label: "Next … requests break the connection, nothing is written" },
  { kind: "timeout", label: "Next … requests are answered late" },
  { kind: "jira-burst-based", label: "Next … requests exceed the burst limit" },
  { kind: "jira-quota-tenant-based", label: "Next … requests exceed the site's hourly points" },
  { kind: "jira-quota-global-based", label: "Next … requests exceed the app's hourly points" },
  { kind: "jira-per-issue-on-write", label: "Next … writes exceed the limit of one work item" },
];
const numbers = [
  { key: "indexLagMs", label: "Search lags behind writes by … ms" },
  { key: "delayMs", label: "Late answers take … ms" },
  { key: "retryAfterSeconds", label: "A limit asks to wait … s" },
] as const;

export function readFaults(faults: Faults): readonly FaultSwitch[] {
  const list = faults.list();
  return [
    { key: "limits", label: "No rate limits", value: faults.limits === "off" },
    ...numbers.map(({ key, label }) => ({ key, label, value: faults[key] })),
    { key: "route", label: "Only where the method and path contain …", value: list[0]?.route ?? routeOf(faults) },
    ...kinds.map(({ kind, label }) => ({
      key: kind,
      label,
      value: list.find((fault) => fault.kind === kind)?.times ?? 0,
    })),
  ];
}

const routes = new WeakMap<Faults, string>();
const routeOf = (faults: Faults): string => routes.get(faults) ?? "";

export function setFault(faults: Faults, key: string, value: FaultSwitch["value"]): void {
  if (key === "limits") faults.limits = value === true ? "off" : "real";
  const number = numbers.find((each) => each.key === key);
  if (number !== undefined) faults[number.key] = Number(value);
  if (key === "route") {
    routes.set(faults, String(value));
    faults.set(faults.list().map((fault) => ({ ...fault, route: String(value) })));
  }
  const known = kinds.find(({ kind }) => kind === key);
  if (known === undefined) return;
  const others = faults.list().filter(({ kind }) => kind !== known.kind);
  faults.set([...others, { kind: known.kind, route: routeOf(faults), times: Number(value) }]);
}
