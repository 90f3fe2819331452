import type { coachRequest, TailRow, TailView } from "#contract/observations";
import type { adoptionRequest } from "#contract/adoption";
import type { Waiting } from "#domain/adoption/tail";
import { waitingTail } from "#domain/adoption/tail";
import { sayDay } from "#domain/calendar/say-day";
import { dayAt } from "#domain/calendar/zone";
import { z } from "zod";
import type { AdoptionOutside } from "../adoption-ports";
import { Refusal } from "../refusal";
import { basisOf, noDepartment } from "./basis";
import type { Basis } from "./basis";
import { snapshotInput } from "./read-snapshot";
import { mustSee } from "./seen-by";

/** As many as one person can help in a week or two. */
const mostRows = 100;

const kept = z.object({ coach: z.string().nullable() });

/** P5: who is still waiting, under pseudonyms, for the plan's named coach and nobody else: the space's administrators included. */
export async function tail(request: z.output<typeof adoptionRequest>, outside: AdoptionOutside): Promise<TailView> {
  const loaded = await outside.loadPlan(request.plan);
  const coach = await coachOf(loaded.plan.id, outside);
  if (coach === null || coach !== outside.caller) return { coach, isYours: false, rows: [], more: 0 };
  // The list counts tickets and names what was last tried, so it takes eyes for both.
  mustSee("hdr", await outside.countedItems.hiddenFrom(loaded.plan.id));
  const basis = basisOf(await snapshotInput(loaded, request.wave, outside));
  const people = basis.input.people.filter(({ wave }) => request.wave === null || wave === request.wave);
  const waiting = waitingTail(people, basis.clock);
  const rows = waiting.slice(0, mostRows).map((one) => row(one, basis));
  return { coach, isYours: true, rows, more: waiting.length - rows.length };
}

function row({ person, waitingDays, lastTried }: Waiting, { input, cuts }: Basis): TailRow {
  const { plan, hash } = input;
  const [wave, department] = [person.wave ?? "", person.department ?? noDepartment];
  return {
    pseudonym: hash(`${plan.id} ${person.person}`).slice(0, 6).toUpperCase(),
    wave: plan.waves.find(({ id }) => id === wave)?.title ?? wave,
    department: cuts.cell(wave, department) ? department : "a small department",
    waitingDays: Math.floor(waitingDays),
    lastTried: lastTried === null ? null : `${lastTried.process} on ${sayDay(dayAt(lastTried.at, plan.zone))}`,
    tickets: person.tickets.length,
  };
}

/** The space's administrator names one coach; nobody is one by being powerful. */
export async function nameCoach(request: z.output<typeof coachRequest>, outside: AdoptionOutside): Promise<null> {
  const loaded = await outside.loadPlan(request.plan);
  await outside.mustAdminister(loaded);
  const coach = request.coach === null ? null : await outside.findPerson(request.coach);
  if (request.coach !== null && coach === null) {
    throw new Refusal("not_found", {
      message: `Nobody, or more than one person, answers to “${request.coach}”.`,
      mend: "Write the e-mail address of one person of this site.",
    });
  }
  await outside.settings.write(keyOf(loaded.plan.id), { coach });
  return null;
}

async function coachOf(plan: string, { settings }: AdoptionOutside): Promise<string | null> {
  return kept.catch({ coach: null }).parse(await settings.read(keyOf(plan))).coach;
}

function keyOf(plan: string): string {
  return `coach:${plan}`;
}
