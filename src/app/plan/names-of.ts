import type { Outside } from "../ports";

/** How Jira calls the people a plan names by e-mail; who is unknown to Jira, or not shown to whoever asks, keeps the plan's words. */
export async function namesOf(
  { words }: { readonly words: readonly string[] },
  { jira, space }: Outside,
): Promise<Readonly<Record<string, string>>> {
  const named = await Promise.all(
    [...new Set(words)].map(async (word) => {
      const account = await jira.findPerson(word, space?.key ?? "");
      return [word, account === null ? word : await jira.nameOf(account)] as const;
    }),
  );
  return Object.fromEntries(named);
}
