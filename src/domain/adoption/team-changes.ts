/** Members of the groups of a plan, in the order in which they were chosen: whoever is in several belongs to the first. */
export interface TeamMembers {
  readonly group: string;
  readonly before: readonly number[];
  /** Null where the group could not be read: then nobody joined or left it. */
  readonly now: readonly number[] | null;
  /** It was never read before: who is in it has been there for nobody knows how long. */
  readonly isFirst: boolean;
}

export interface TeamChanges {
  readonly placed: readonly { readonly person: number; readonly group: string; readonly isNew: boolean }[];
  readonly left: readonly number[];
}

/** J7: who came to belong to another group, and who belongs to none any more. Reading the same members again changes nothing. */
export function teamChanges(teams: readonly TeamMembers[]): TeamChanges {
  const before = placesOf(teams, (team) => team.before);
  const now = placesOf(teams, (team) => team.now ?? team.before);
  const first = new Set(teams.filter(({ isFirst }) => isFirst).map(({ group }) => group));
  const moved = [...now].filter(([person, group]) => before.get(person) !== group);
  return {
    placed: moved.map(([person, group]) => ({ person, group, isNew: !before.has(person) && !first.has(group) })),
    left: [...before.keys()].filter((person) => !now.has(person)),
  };
}

function placesOf(
  teams: readonly TeamMembers[],
  membersOf: (team: TeamMembers) => readonly number[],
): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const team of teams) {
    for (const person of membersOf(team)) if (!places.has(person)) places.set(person, team.group);
  }
  return places;
}
