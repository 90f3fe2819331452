import { createContext, useEffect, useState } from "react";
import type { ProposalView } from "#contract/sync";
import { namesOf } from "../bridge";

type Names = ReadonlyMap<string, string>;
export const nobody: Names = new Map();

/** Names that are known on this part of the page, by account. */
export const NamesContext = createContext(nobody);

/** What people are called, by account. Uptake keeps only the accounts; who may see a name, Jira says. */
export function useNames(accounts: readonly string[]): Names {
  return useNamesOrWait(accounts) ?? nobody;
}

/** As `useNames`; null until Jira has answered, so that nobody is called nameless before that. */
export function useNamesOrWait(accounts: readonly string[]): Names | null {
  const [names, setNames] = useState<Names | null>(null);
  const wanted = [...new Set(accounts)]
    .filter((account) => account !== "")
    .toSorted()
    .join(" ");
  useEffect(() => {
    let current = true;
    const keep = (found: Names) => {
      if (current) setNames(found);
    };
    const asked = wanted === "" ? Promise.resolve(nobody) : namesOf(wanted.split(" "));
    asked.then(keep, () => keep(nobody));
    return () => {
      current = false;
    };
  }, [wanted]);
  return names;
}

/** The accounts that stand as values in a proposal's fields. */
export function fieldsToName(rows: ProposalView["rows"]): readonly string[] {
  return rows.flatMap(({ fields }) =>
    fields.flatMap(({ field, plan, jira, base }) => (namesPeople(field) ? [plan, jira, base].flatMap(account) : [])),
  );
}

/** An owner taken over from Jira stands in the plan by account, until somebody writes an address. */
export function namesPeople(field: string): boolean {
  return field === "assignee" || field === "owner";
}

/** The value as an account to ask Jira about: addresses say enough, and none is handed on. */
export function account(value: string | null): readonly string[] {
  const plain = unquoted(value);
  return plain === null || plain.includes("@") ? [] : [plain];
}

/** What the plan keeps as JSON, as a person reads it. */
export function unquoted(value: string | null): string | null {
  return value?.replace(/^"(.*)"$/, "$1") ?? null;
}
