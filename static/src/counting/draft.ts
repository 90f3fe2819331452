import type { WorkItemCounting } from "#contract/work-items";
import { ticketCategories } from "#domain/adoption/ticket-category";
import type { TicketCategory } from "#domain/adoption/ticket-category";

type Moment = WorkItemCounting["moment"];

/** A definition as it is being filled in; every choice keeps what was typed beside it. */
export interface Draft {
  readonly name: string;
  readonly jql: string;
  readonly counts: WorkItemCounting["counts"];
  readonly moment: Moment["kind"];
  readonly status: string;
  readonly category: Extract<Moment, { readonly kind: "reached" }>["category"];
  readonly who: WorkItemCounting["who"];
  readonly process: WorkItemCounting["process"]["kind"];
  readonly fixed: string;
  readonly about: NonNullable<WorkItemCounting["about"]>["kind"] | "none";
  /** Names of this site for a category, with commas between them. */
  readonly names: Readonly<Partial<Record<TicketCategory, string>>>;
}

export const emptyDraft: Draft = {
  name: "",
  jql: "",
  counts: "ticket",
  moment: "created",
  status: "",
  category: "done",
  who: "reporter",
  process: "component",
  fixed: "",
  about: "none",
  names: {},
};

/** Null as long as something is missing. */
export function countingOf(draft: Draft): WorkItemCounting | null {
  const moment = momentOf(draft);
  const jql = draft.jql.trim();
  if (jql === "" || moment === null) return null;
  const { counts, who, process, fixed } = draft;
  return {
    jql,
    counts,
    who,
    moment,
    process: process === "fixed" ? { kind: process, name: fixed } : { kind: process },
    ...aboutOf(draft),
  };
}

function aboutOf({ counts, about, names }: Draft): Pick<WorkItemCounting, "about"> {
  if (counts !== "ticket" || about === "none") return {};
  const listed = ticketCategories.flatMap((category) => {
    const own = (names[category] ?? "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    return own.length === 0 ? [] : [[category, own] as const];
  });
  return { about: { kind: about, names: Object.fromEntries(listed) } };
}

function momentOf({ counts, moment, status, category }: Draft): Moment | null {
  if (counts === "ticket" || moment === "created") return { kind: "created" };
  if (moment === "commented") return { kind: "commented" };
  if (moment === "reached") return { kind: "reached", category };
  return status.trim() === "" ? null : { kind: "moved", status: status.trim() };
}
