import type { RequestOf } from "#contract/requests";
import type { Page } from "./act";
import type { Grounds } from "./site";

interface Week {
  readonly plan: string;
  readonly page: Page;
  readonly now: number;
  readonly clock: Pick<Grounds["clock"], "advance">;
  /** The number of the week since kick-off: ids are made of it, so that the site comes out the same every time. */
  readonly week: number;
}

/** So long does the room sit over the one it decides. */
const minutes = 12;
const delivery = Date.parse("2026-11-06T18:00:00Z");

/** Every Monday with both sides in the room: until delivery one risk is closed, after it the next is given somebody and a day. */
export async function holdReview({ plan, page, now, week, clock }: Week): Promise<void> {
  const of = { plan, review: uuid(1, week) };
  await page.ask("openReview", of);
  await page.ask("attendReview", { ...of, person: "Petra Manager", side: "buyer", present: true });
  const { agenda } = await page.ask("attendReview", {
    ...of,
    person: "Sven Supplier",
    side: "supplier",
    present: true,
  });
  const tagged = (tag: string) => agenda.filter((card) => card.tag === tag);
  const decide = (risk: string, kind: "close" | "treat", pledge: { owner: string | null; due: string | null }) =>
    page.ask("decideRisk", { ...of, id: uuid(2, week), risk, decision: { kind }, note: "", over: null, ...pledge });
  clock.advance(minutes * 60_000);
  // Two heavy ones are put off week after week, and forgotten at delivery.
  const closing = tagged("pre-delivery").slice(2).at(-1);
  const treated = tagged("post-delivery").filter(({ due }) => due === null)[0];
  if (closing !== undefined) await decide(closing.risk, "close", { owner: null, due: null });
  else if (now > delivery && treated !== undefined) {
    const due = new Date(now + 21 * 86_400_000).toISOString().slice(0, 10);
    await decide(treated.risk, "treat", { owner: "Petra Manager", due });
  }
  await page.ask("closeReview", of);
}

type Noted = Pick<RequestOf<"noteException">, "what" | "title" | "department" | "count">;

const seen = (what: Noted["what"], title: string, department: string, count: number): Noted => {
  return { what, title, department, count };
};

/** What people do beside the system, by the week in which somebody first says so: quiet until Service goes live. */
const exceptions: Readonly<Record<number, readonly Noted[]>> = {
  11: [seen("exception", "Returns above 5,000 are still approved by e-mail", "Service back office", 1)],
  12: [seen("workaround", "Orders of key accounts are read over the telephone", "Inside sales", 1)],
  16: [seen("shadow-work", "Parts in the vans are counted on paper", "Field service", 4)],
  17: [seen("legacy-report", "Last week's open cases as an Excel file", "Contact centre", 3)],
  18: [seen("workaround", "Cases are written down first and typed in at noon", "Contact centre", 5)],
};

export async function noteExceptions({ plan, page, week }: Week): Promise<void> {
  for (const [at, noted] of (exceptions[week] ?? []).entries()) {
    await page.ask("noteException", { plan, id: uuid(3 + at, week), ...noted, owner: null, closeBy: null });
  }
}

function uuid(kind: number, week: number): string {
  return `00000000-0000-4000-800${kind}-${String(week).padStart(12, "0")}`;
}
