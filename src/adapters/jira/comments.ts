import { addComment } from "jira.js/cloud";
import type { CommentLine } from "#app/ports";
import type { JiraClient } from "./client";

/** Adds a comment of plain paragraphs. Jira itself notifies whoever is mentioned. */
export async function comment(client: JiraClient, issue: string, lines: readonly CommentLine[]): Promise<void> {
  const content = lines.map((line) => ({ type: "paragraph" as const, content: line.map(inline) }));
  await addComment(client, { issueIdOrKey: encodeURIComponent(issue), body: { type: "doc", version: 1, content } });
}

function inline(part: CommentLine[number]) {
  if (typeof part === "string") return { type: "text" as const, text: part };
  return { type: "mention" as const, attrs: { id: part.accountId, text: `@${part.name}` } };
}
