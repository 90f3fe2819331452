import type { Plan } from "#domain/plan/plan";

export interface Voter {
  /** What they are to the plan, of one person who is several things all of it. */
  readonly seat: string;
  /** As the plan writes it. */
  readonly name: string;
  /** Null where no one person of the site answers to the name. */
  readonly account: string | null;
}

/** G5: whom the plan names to decide, each once. */
export async function votersOf(
  { seats, owner }: Pick<Plan, "seats" | "owner">,
  findPerson: (name: string) => Promise<string | null>,
): Promise<readonly Voter[]> {
  const named = [
    ["sponsor", seats.sponsor],
    ["project manager", seats.projectManager],
    ["implementation owner", owner],
  ] as const;
  const names = [...new Set(named.flatMap(([, name]) => name ?? []))];
  const accounts = await Promise.all(names.map((name) => findPerson(name)));
  const found = names.map((name, at): Voter => {
    const seat = named.flatMap(([title, holder]) => (holder === name ? [title] : [])).join(", ");
    return { seat, name, account: accounts[at] ?? null };
  });
  return found.filter(
    ({ account }, at) => account === null || found.findIndex((each) => each.account === account) === at,
  );
}
