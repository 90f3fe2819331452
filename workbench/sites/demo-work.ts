import { holdReview, noteExceptions } from "./demo-reviews";
import type { Grounds } from "./site";
import { rest } from "./act";
import type { Page } from "./act";

const day = 86_400_000;

/** The demo opens here: nine weeks after the first go-live, the day before the retraining. */
const opensAt = Date.parse("2027-01-17T18:00:00Z");

export interface Work {
  readonly plan: string;
  readonly page: Page;
  reportUsage(): Promise<void>;
}

/** Lives through the months week by week: what is due gets done on the board, risks are decided, usage is reported. */
export async function workThrough(grounds: Grounds, work: Work): Promise<void> {
  const { clock, forge } = grounds;
  let week = 0;
  while (clock.now() < opensAt) {
    clock.advance(Math.min(7 * day, opensAt - clock.now()));
    await finishSteps(grounds, work);
    const monday = { ...work, week: (week += 1), now: clock.now(), clock };
    if (clock.now() < opensAt) await holdReview(monday);
    await noteExceptions(monday);
    await work.reportUsage();
    await forge.tick();
  }
  await work.page.ask("decideVerdict", { plan: work.plan });
}

async function finishSteps(grounds: Grounds, { plan, page }: Work): Promise<void> {
  const { rows } = await page.ask("planTable", { plan });
  const now = grounds.clock.now();
  const due = rows.filter(({ done, finish }) => !done && finish !== null && Date.parse(finish) <= now);
  for (const { key, owner } of due)
    if (key !== null) await transition(grounds, { key, to: "Done", email: worker(owner) });
  const running = rows.filter(
    ({ done, status, start }) => !done && status === "To Do" && start !== null && Date.parse(start) <= now,
  );
  for (const { key } of running.slice(0, 4)) {
    if (key !== null && !due.some((row) => row.key === key))
      await transition(grounds, { key, to: "In Progress", email: "pm@example.com" });
  }
}

function worker(owner: string | null): string {
  return owner?.endsWith("@example.com") === true ? owner : "pm@example.com";
}

async function transition(grounds: Grounds, move: { key: string; to: string; email: string }): Promise<void> {
  const path = `/rest/api/3/issue/${move.key}/transitions`;
  const offered = Object(await rest(grounds, move.email, { method: "GET", path }))["transitions"];
  const found = offered.find((one: { to: { name: string } }) => one.to.name === move.to);
  if (found === undefined) throw new Error(`${move.key} cannot move to ${move.to}.`);
  await rest(grounds, move.email, { method: "POST", path, body: { transition: { id: found.id } } });
}
