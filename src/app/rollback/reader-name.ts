import type { Jira } from "../ports";

const mark = "system:";

/** Who read it off, where that was no person but a system that reports. */
export function asSystem(source: string): string {
  return `${mark}${source}`;
}

/** How whoever read it off is called: a system by the name of its source, a person as Jira shows them. */
export async function readerName(by: string, jira: Pick<Jira, "nameOf">): Promise<string> {
  return by.startsWith(mark) ? by.slice(mark.length) : jira.nameOf(by);
}
