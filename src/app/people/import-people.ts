import type { AdoptionOutside, PersonRow } from "../adoption-ports";
import type { peopleRequest, ListView } from "#contract/people";
import { withWaves } from "#domain/adoption/waves";
import { isAccount } from "../events/pack";
import { readPeople } from "#formats/people";
import type { PersonLine } from "#formats/people";
import type { z } from "zod";

/** Takes the list of who is in which wave and department. What cannot be read is named by line; the rest is taken. */
export async function importPeople(
  request: z.output<typeof peopleRequest>,
  outside: AdoptionOutside,
): Promise<ListView> {
  const loaded = await outside.loadPlan(request.plan);
  await outside.mustAdminister(loaded);
  const { plan } = loaded;
  const { lines, refused } = readPeople(request.csv, withWaves(plan, []));
  const number = await outside.seals.personNumbers();
  const rows = lines.map((line) => personRow(line, number(line.person), outside));
  await outside.facts.putPeople(plan.id, rows);
  const accounts = lines.filter(({ person }) => isAccount(person)).map(({ person }) => named(person, number));
  await outside.facts.keepAccounts(accounts, outside.now);
  await outside.facts.dropSnapshots(plan.id);
  return { added: rows.length, refused };
}

function named(person: string, number: (person: string) => number): [string, number] {
  return [person, number(person)];
}

function personRow(line: PersonLine, person: number, { seals, now }: AdoptionOutside): PersonRow {
  const { wave, department, accessAt, leftAt } = line;
  const content = seals.hash(JSON.stringify([wave, department, accessAt, leftAt])).slice(0, 16);
  return { person, wave, department, accessAt, leftAt, version: `${String(now).padStart(15, "0")}-${content}` };
}
