import { teamChanges } from "#domain/adoption/team-changes";
import type { TeamChanges, TeamMembers } from "#domain/adoption/team-changes";
import type { PersonRow } from "../adoption-ports";
import { Refusal } from "../refusal";
import { identify } from "./identify";
import { keepTeams, keptTeams } from "./kept-teams";
import type { KeptTeam } from "./kept-teams";
import type { ItemsOutside } from "../work-items/work-item-ports";

/**
 * Reads the groups of a plan as the app, and lists who joined and who left since. Who is there at a group's first reading has access
 * since nobody knows when, so the wave's go-live counts; who joins later has it from now on.
 */
export async function readTeams(plan: string, outside: ItemsOutside): Promise<readonly KeptTeam[]> {
  const teams = await keptTeams(plan, outside.settings);
  const read: (TeamMembers & { readonly team: KeptTeam })[] = [];
  for (const team of teams) read.push(await readTeam(plan, team, outside));
  const changes = teamChanges(read);
  await list(plan, changes, { read, outside });
  for (const { group, before, now } of read) {
    if (now === null) continue;
    const [had, has] = [new Set(before), new Set(now)];
    await outside.roster.putMembers(
      plan,
      group,
      now.filter((person) => !had.has(person)),
    );
    await outside.roster.dropMembers(
      plan,
      group,
      before.filter((person) => !has.has(person)),
    );
  }
  const after = read.map(({ team }) => team);
  await keepTeams(plan, after, outside.settings);
  return after;
}

async function readTeam(plan: string, team: KeptTeam, outside: ItemsOutside) {
  const before = await outside.roster.members(plan, team.group);
  const place = { group: team.group, before, isFirst: team.readAt === null };
  try {
    const accounts = await outside.readerAsApp.members(team.group);
    const people = accounts.filter(({ kind }) => kind !== "app");
    if (people.length === 0 && before.length > 0) throw emptied();
    const numbers = await identify(plan, people, outside);
    const named = [...numbers];
    await outside.facts.keepAccounts(named, outside.now);
    const now = [...new Set(numbers.values())];
    const services = accounts.length - people.length;
    return { ...place, now, team: { ...team, readAt: outside.now, people: now.length, services, refused: null } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { message, mend } = error;
    return { ...place, now: null, team: { ...team, refused: { message, mend } } };
  }
}

function emptied(): Refusal {
  return new Refusal("stale", {
    message: "Jira shows the app no member of this group any more.",
    mend: "Let the app browse users and groups, or remove the group here. Until then nobody is taken to have left.",
  });
}

interface Read {
  readonly read: readonly { readonly group: string; readonly team: KeptTeam }[];
  readonly outside: ItemsOutside;
}

async function list(plan: string, { placed, left }: TeamChanges, { read, outside }: Read): Promise<void> {
  const { roster, facts, now } = outside;
  const known = await roster.listed(plan, [...placed.map(({ person }) => person), ...left]);
  const rows = new Map(known.map((row) => [row.person, row]));
  const teams = new Map(read.map(({ group, team }) => [group, team]));
  const joined = placed.map(({ person, group, isNew }) => {
    const { wave, department } = teams.get(group) ?? { wave: "", department: "" };
    const accessAt = rows.get(person)?.accessAt ?? (isNew ? now : null);
    return { person, wave, department, accessAt, leftAt: null };
  });
  const gone = left.flatMap((person) => {
    const row = rows.get(person);
    return row === undefined ? [] : [{ ...row, leftAt: row.leftAt ?? now }];
  });
  const all = [...joined, ...gone].map((row) => versioned(row, outside));
  if (all.length === 0) return;
  await facts.putPeople(plan, all);
  await facts.dropSnapshots(plan);
}

function versioned(row: Omit<PersonRow, "version">, { seals, now }: ItemsOutside): PersonRow {
  const { wave, department, accessAt, leftAt } = row;
  const content = seals.hash(JSON.stringify([wave, department, accessAt, leftAt])).slice(0, 16);
  return { ...row, version: `${String(now).padStart(15, "0")}-${content}` };
}
