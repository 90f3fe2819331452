import { z } from "zod";
import type { JiraItem } from "../ports";

/** On the risk's work item, where JQL and automations find what the app has asked for. */
export const escalationProperty = "uptake.escalation";

export interface EscalationNote {
  readonly level: number;
  readonly tag: string;
  /** Who was asked, by the name Jira shows. */
  readonly asked: string;
  /** Since when the rung was due, when it was climbed, and when a person had last touched the risk before that. */
  readonly since: string;
  readonly at: string;
  readonly touched: string;
}

const written = z.object({ at: z.iso.datetime(), touched: z.iso.datetime() });

/** The app's comment follows its note within this time; whatever moves the risk later was somebody else. */
const sameActMs = 120_000;

/** When a person last touched the risk, as far as the work item alone tells: what the app does is no touch (R15). */
export function touchedAt({ properties, updatedAt }: Pick<JiraItem, "properties" | "updatedAt">): number {
  const note = written.safeParse(properties[escalationProperty]).data;
  if (note === undefined || updatedAt > Date.parse(note.at) + sameActMs) return updatedAt;
  return Date.parse(note.touched);
}
