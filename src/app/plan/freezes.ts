import { z } from "zod";
import type { FreezeEntry, freezeRequest, FreezeView } from "#contract/freeze";
import { freezeEnd, thaw } from "#domain/plan/freeze";
import { planDates } from "#domain/schedule/plan-dates";
import type { Outside, Settings } from "../ports";
import { Refusal } from "../refusal";
import { mayDo } from "../sync/may-write";
import { livePlan } from "./live-plan";
import type { LivePlan } from "./live-plan";

/** By account id: a name may change, and must go when the account does. */
const entry = z.object({ at: z.number(), by: z.string(), text: z.string() });
const record = z.object({ thawed: entry.nullable(), log: z.array(entry) });

type Kept = z.infer<typeof record>;

/** The freezes of a plan that this person sees, each with its clock and its panic log. */
export async function freezesOf(live: LivePlan, outside: Outside): Promise<readonly FreezeView[]> {
  const { plan, items } = live;
  const dates = planDates(plan, outside.clock.now());
  const frozen = plan.steps.filter(({ kind, id }) => kind === "freeze" && items.has(id) && dates.of(id) !== null);
  return Promise.all(
    frozen.map(async ({ id }) => {
      const from = Date.parse(dates.of(id)?.start ?? "");
      const { thawed, log } = await readKept(outside.settings, keyOf(live, id));
      return {
        step: id,
        key: items.get(id)?.key ?? "",
        from,
        until: freezeEnd(from),
        thawed: thawed === null ? null : await named(thawed, outside),
        log: await Promise.all(log.map((one) => named(one, outside))),
      };
    }),
  );
}

/** Adds to the panic log, or opens legacy again: before its time only with a reason, which the log and the work item keep. */
export async function writeFreeze(request: z.output<typeof freezeRequest>, outside: Outside): Promise<null> {
  const live = await livePlan(request.plan, outside);
  const { settings, who, clock, jira } = outside;
  await mayDo(jira, { accountId: who.accountId, spaceId: live.mapping.space.id }, ["EDIT_ISSUES"]);
  const freeze = (await freezesOf(live, outside)).find(({ step }) => step === request.step);
  const item = live.items.get(request.step);
  if (freeze === undefined || item === undefined) {
    throw new Refusal("not_found", {
      message: `The plan has no freeze “${request.step}” with a date.`,
      mend: "Load the plan again; the step may have changed.",
    });
  }
  const text = checked(request, freeze, clock.now());
  const key = keyOf(live, request.step);
  const { thawed, log } = await readKept(settings, key);
  const added = { at: clock.now(), by: who.accountId, text };
  await settings.write(key, request.what === "thaw" ? { thawed: added, log } : { thawed, log: [...log, added] });
  await jira.comment(item.id, [[`${request.what === "thaw" ? "Legacy is open again" : "Panic log"}: ${text}`]]);
  return null;
}

function checked({ what, text }: z.output<typeof freezeRequest>, freeze: FreezeView, now: number): string {
  const said = text.trim();
  if (what === "note" && said === "") {
    throw new Refusal("bad_request", { message: "The note is empty.", mend: "Write what happened." });
  }
  if (what === "note") return said;
  const outcome = thaw(freeze.from, now, said);
  if (outcome.kind === "refused") {
    throw new Refusal("bad_request", { message: outcome.message, mend: outcome.mend });
  }
  return outcome.reason === "" ? "the 48 hours are over" : outcome.reason;
}

async function named({ at, by, text }: Kept["log"][number], { jira }: Outside): Promise<FreezeEntry> {
  return { at, by: await jira.nameOf(by), text };
}

async function readKept(settings: Settings, key: string): Promise<Kept> {
  return record.safeParse(await settings.read(key)).data ?? { thawed: null, log: [] };
}

function keyOf({ id, mapping }: LivePlan, step: string): string {
  return `freeze:${mapping.space.id}:${id}:${step}`;
}
