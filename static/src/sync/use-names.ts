import { useEffect, useState } from "react";
import { namesOf } from "../bridge";

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
