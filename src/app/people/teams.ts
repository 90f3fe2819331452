import type { planRequest } from "#contract/sync";
import type { findGroupsRequest, FoundGroup, keepTeamsRequest, Team, TeamView } from "#contract/people";
import { smallestGroup } from "#domain/adoption/suppression";
import type { Plan } from "#domain/plan/plan";
import type { z } from "zod";
import { Refusal } from "../refusal";
import { keepTeams, keptTeams } from "./kept-teams";
import type { KeptTeam } from "./kept-teams";
import { readTeams } from "./read-teams";
import type { ItemsOutside } from "../work-items/work-item-ports";

export async function listTeams(
  { plan }: z.output<typeof planRequest>,
  outside: ItemsOutside,
): Promise<readonly TeamView[]> {
  return (await keptTeams((await administered(plan, outside)).id, outside.settings)).map(view);
}

/** Groups as Jira shows them to whoever asks. */
export async function findGroups(
  { plan, like }: z.output<typeof findGroupsRequest>,
  outside: ItemsOutside,
): Promise<readonly FoundGroup[]> {
  await administered(plan, outside);
  return outside.reader.groups(like);
}

/** What was chosen takes the place of what was; a group that means another wave or department now is read as if for the first time. */
export async function setTeams(
  { plan: id, teams }: z.output<typeof keepTeamsRequest>,
  outside: ItemsOutside,
): Promise<readonly TeamView[]> {
  const plan = await administered(id, outside);
  const before = new Map((await keptTeams(plan.id, outside.settings)).map((one) => [one.group, one]));
  const chosen = [...new Map(teams.map((one) => [one.group, inWave(one, plan)])).values()];
  for (const one of chosen) if (!before.has(one.group)) await mustBeShown(one, outside);
  const kept: KeptTeam[] = [];
  for (const one of chosen) kept.push(await anew(plan.id, one, { before: before.get(one.group) ?? null, outside }));
  await keepTeams(plan.id, kept, outside.settings);
  for (const group of before.keys()) {
    if (!chosen.some((one) => one.group === group)) await forget(plan.id, group, outside);
  }
  return (await readTeams(plan.id, outside)).map(view);
}

async function anew(
  plan: string,
  chosen: Team,
  { before, outside }: { readonly before: KeptTeam | null; readonly outside: ItemsOutside },
): Promise<KeptTeam> {
  if (before !== null && before.wave === chosen.wave && before.department === chosen.department) return before;
  await forget(plan, chosen.group, outside);
  return { ...chosen, readAt: null, people: 0, services: 0, refused: null };
}

/** Nobody leaves because a list is read no longer. */
async function forget(plan: string, group: string, { roster }: ItemsOutside): Promise<void> {
  await roster.dropMembers(plan, group, await roster.members(plan, group));
}

/** In a plan of one wave everybody belongs to it. */
function inWave(team: Team, { waves }: Plan): Team {
  if (team.wave === "" && waves.length === 1) return { ...team, wave: waves[0]!.id };
  if (team.wave === "" || waves.length === 0 || waves.some(({ id }) => id === team.wave)) return team;
  throw new Refusal("not_found", {
    message: `The plan has no wave “${team.wave}”.`,
    mend: `Choose one of ${waves.map(({ id }) => id).join(", ")}.`,
  });
}

/** The app reads groups that Jira may not show to the person who names them. */
async function mustBeShown({ group, name }: Team, { reader }: ItemsOutside): Promise<void> {
  if ((await reader.groups(name)).some(({ id }) => id === group)) return;
  throw new Refusal("not_found", {
    message: `Jira shows you no group “${name}”.`,
    mend: "Choose one that Jira suggests, or ask for the permission to browse users and groups.",
  });
}

async function administered(id: string, outside: ItemsOutside): Promise<Plan> {
  const loaded = await outside.loadPlan(id);
  await outside.mustAdminister(loaded);
  return loaded.plan;
}

function view({ group, name, wave, department, readAt, people, services, refused }: KeptTeam): TeamView {
  return {
    group,
    name,
    wave,
    department,
    readAt: readAt === null ? null : new Date(readAt).toISOString(),
    people: people === 0 || people >= smallestGroup ? people : null,
    services,
    refused,
  };
}
