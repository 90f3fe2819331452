import type { Account, ItemsOutside } from "../work-items/work-item-ports";

/**
 * J3: an account is known by its address where Jira shows it, because that is how other systems name the same person, else by its id. A
 * portal customer may stand for somebody else. Whatever was reported under another of these names becomes that one person's.
 */
export async function identify(
  plan: string,
  shown: readonly Account[],
  { seals, roster }: Pick<ItemsOutside, "seals" | "roster">,
): Promise<ReadonlyMap<string, number>> {
  const numberOf = await seals.personNumbers();
  const names = shown.map(({ id, email }) => ({
    id,
    own: numberOf(id),
    email: email === null ? null : numberOf(email),
  }));
  const mapped = await roster.customers(plan, names.flatMap(namesOf));
  const people = names.map((name) => {
    const { own, email } = name;
    return { ...name, person: mapped.get(own) ?? (email === null ? undefined : mapped.get(email)) ?? email ?? own };
  });
  await joinNames(plan, people, roster);
  return new Map(people.map(({ id, person }) => [id, person]));
}

interface Named {
  readonly own: number;
  readonly email: number | null;
  readonly person: number;
}

async function joinNames(plan: string, people: readonly Named[], roster: ItemsOutside["roster"]): Promise<void> {
  const others = people.flatMap((name) =>
    namesOf(name).flatMap((other) => (other === name.person ? [] : [[other, name.person] as const])),
  );
  const known = await roster.known(
    plan,
    others.map(([other]) => other),
  );
  for (const [other, person] of others) if (known.has(other)) await roster.join(plan, other, person);
}

function namesOf({ own, email }: Pick<Named, "own" | "email">): readonly number[] {
  return email === null ? [own] : [own, email];
}
