import type { ConflictRule, OrphanChoice, OrphanView, ProposalView } from "#contract/sync";
import type { Choices } from "./conflicts";

/** All that a person has decided about a proposal. */
export interface Settling {
  readonly choices: Choices;
  readonly rule: ConflictRule | null;
  /** Key of the existing work item to take on, by item of the plan. */
  readonly adopt: Readonly<Record<string, string>>;
  readonly orphans: Readonly<Record<string, OrphanChoice>>;
  /** When the file was last written; the rule `newest` compares it with Jira. */
  readonly editedAt: number | null;
}

export function unsettled(editedAt: number | null): Settling {
  return { choices: {}, rule: null, adopt: {}, orphans: {}, editedAt };
}

export function isEqual(a: Settling, b: Settling): boolean {
  return spelled(a) === spelled(b);
}

/** In one order, so that going back and forth between two choices is no change. */
function spelled({ choices, rule, adopt, orphans }: Settling): string {
  const sorted = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).toSorted(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([sorted(choices), rule, sorted(adopt), sorted(orphans)]);
}

/** Every offer that leaves no doubt: one work item bears the title, and only one item of the plan wants it. */
export function plainOffers(offers: ProposalView["offers"]): Readonly<Record<string, string>> {
  const wanted = offers.flatMap(({ candidates }) => candidates.map(({ key }) => key));
  return Object.fromEntries(
    offers.flatMap(({ item, candidates: [first, ...more] }) =>
      first !== undefined && more.length === 0 && wanted.filter((key) => key === first.key).length === 1
        ? [[item, first.key]]
        : [],
    ),
  );
}

export function chosenFor(orphan: OrphanView, { orphans }: Settling): OrphanChoice {
  return orphans[orphan.item] ?? orphan.choice;
}
