import type { EdgeKind, ItemKind } from "../sync/item";
import type { MappedFields } from "./mapping";

/** What Uptake would like to find on a site. Names are what people see; what already goes by that name is used. */
export const wantedTypes: Readonly<Record<ItemKind, { readonly name: string; readonly description: string }>> = {
  plan: { name: "Plan", description: "An implementation plan: what is delivered, and how people come to use it." },
  step: { name: "Step", description: "A step of an implementation plan, with its owner, timing and success criteria." },
  risk: { name: "Risk", description: "What may go wrong before or after delivery, how likely and how bad." },
  rollback: { name: "Rollback", description: "When and how to go back: triggers, runbook and who is told." },
};

export interface WantedLink {
  readonly name: string;
  /** What the item says that the link starts from. */
  readonly outward: string;
  readonly inward: string;
}

export const wantedLinks: Readonly<Record<EdgeKind, WantedLink>> = {
  after: { name: "Blocks", outward: "blocks", inward: "is blocked by" },
  has: { name: "Plan", outward: "has step", inward: "is step of" },
  threatens: { name: "Threat", outward: "threatens", inward: "is threatened by" },
  covers: { name: "Rollback", outward: "rolls back", inward: "is rolled back by" },
};

export type FieldRole = Exclude<keyof MappedFields, "start" | "due">;

export interface WantedField {
  readonly name: string;
  /** Used when another kind of field already has the name. */
  readonly otherName: string;
  readonly description: string;
  readonly type: string;
  readonly searcher: string;
  readonly options: readonly string[];
}

const custom = "com.atlassian.jira.plugin.system.customfieldtypes:";
const number = { type: `${custom}float`, searcher: `${custom}exactnumber`, options: [] };

export const wantedFields: Readonly<Record<FieldRole, WantedField>> = {
  phase: {
    name: "Delivery phase",
    otherName: "Risk delivery phase",
    description: "Whether a risk belongs before or after delivery. Kept in step with the plan.",
    type: `${custom}select`,
    searcher: `${custom}multiselectsearcher`,
    options: ["Pre-delivery", "Post-delivery"],
  },
  likelihood: {
    name: "Likelihood",
    otherName: "Risk likelihood",
    description: "1 rare to 5 almost certain.",
    ...number,
  },
  impact: { name: "Impact", otherName: "Risk impact", description: "1 slight to 5 severe.", ...number },
  exposure: {
    name: "Exposure",
    otherName: "Risk exposure",
    description: "Likelihood times impact. Computed by Uptake.",
    ...number,
  },
};

export const dueField = { id: "duedate", name: "Due date" } as const;
/** Jira's own date field for when work begins, where the site has it. */
export const startFieldName = "Start date";
export const startFieldType = `${custom}datepicker`;
