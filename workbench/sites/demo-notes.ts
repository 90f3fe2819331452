import type { RequestOf } from "#contract/requests";
import type { Page } from "./act";

type Note = Omit<RequestOf<"observe">, "plan">;

const seen = (kind: Note["kind"], name: string, day: string, numbers: readonly [number, number | null]): Note => {
  return { kind, name, day, part: numbers[0], whole: numbers[1] };
};

/** What no system reports: order entry gets faster, Service keeps its second system open, and vans are still counted on paper. */
const notes: readonly Note[] = [
  seen("kpi", "order-entry", "2026-11-16", [14, null]),
  seen("kpi", "order-entry", "2026-12-14", [12.1, null]),
  seen("kpi", "order-entry", "2027-01-14", [10.2, null]),
  seen("kpi", "second-system", "2026-11-30", [62, null]),
  seen("kpi", "second-system", "2027-01-13", [54, null]),
  seen("kpi", "one-record", "2027-01-15", [99.3, null]),
  seen("field", "Phone", "2027-01-15", [5120, 6000]),
  seen("field", "Order contact", "2027-01-15", [5710, 6000]),
  seen("case", "enter-order", "2027-01-15", [188, 200]),
  seen("case", "answer-case", "2027-01-15", [121, 200]),
  seen("attendance", "Holborn", "2026-11-13", [792, 800]),
  seen("migrated", "", "2026-11-15", [270_000, 270_000]),
  seen("shadow", "Sales operations", "2026-12-02", [1, null]),
  ...["06", "08", "11", "12", "13", "14", "15"].map((day) =>
    seen("shadow", "Field service", `2027-01-${day}`, [1, null]),
  ),
  ...["07", "14"].map((day) => seen("legacy", "Contact centre", `2027-01-${day}`, [1, null])),
];

export async function noteWhatPeopleSee(page: Page, plan: string): Promise<void> {
  for (const note of notes) await page.ask("observe", { plan, ...note });
}

/** What was seen done before delivery was ticked then; the two risks nobody decided on are what keeps the first gate shut. */
export async function tickDelivery(page: Page, plan: string): Promise<void> {
  const { gates } = await page.ask("gates", { plan });
  const items = gates.flatMap(({ gate, lines }) =>
    gate === "delivery" ? lines.flatMap(({ item }) => item ?? []) : [],
  );
  for (const item of items) await page.ask("tickChecklist", { plan, item, done: true });
}
