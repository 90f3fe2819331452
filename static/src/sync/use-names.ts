import { createContext, useEffect, useState } from "react";
import type { ProposalView } from "#contract/sync";
import { namesOf } from "../bridge";

/** Names that are known on this part of the page, by account. */
export const NamesContext = createContext<ReadonlyMap<string, string>>(new Map());

/** What people are called, by account. Uptake keeps only the accounts; who may see a name, Jira says. */
export function useNames(accounts: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = [...new Set(accounts)]
    .filter((account) => account !== "")
    .toSorted()
    .join(" ");
  useEffect(() => {
    let current = true;
    if (wanted === "") return;
    const keep = (found: ReadonlyMap<string, string>) => {
      if (current) setNames(found);
    };
    namesOf(wanted.split(" ")).then(keep, () => {});
    return () => {
      current = false;
    };
  }, [wanted]);
  return names;
}

/** The accounts that stand as values in a proposal's fields. */
export function fieldsToName(rows: ProposalView["rows"]): readonly string[] {
  return rows.flatMap(({ fields }) =>
    fields.flatMap(({ field, plan, jira, base }) => (field === "assignee" ? [plan ?? "", jira ?? "", base ?? ""] : [])),
  );
}
