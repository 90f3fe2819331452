import type { TicketCategory } from "./ticket-category";

/** A work item as a source counts it. People are account ids; instants are milliseconds since 1970. */
export interface WorkItem {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly space: { readonly id: string; readonly key: string; readonly name: string };
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly creator: string | null;
  readonly reporter: string | null;
  readonly assignee: string | null;
  readonly components: readonly string[];
  readonly labels: readonly string[];
  readonly workType: string;
  readonly requestType: string | null;
  readonly resolution: string | null;
  /** A security level hides it from some of those who may browse its space. */
  readonly isSecured: boolean;
  readonly comments: readonly ItemComment[];
}

export interface ItemComment {
  readonly id: string;
  readonly at: number;
  readonly by: string | null;
}

export interface ItemChange {
  readonly id: string;
  readonly at: number;
  readonly by: string | null;
  readonly field: string;
  readonly from: { readonly value: string | null; readonly text: string | null };
  readonly to: { readonly value: string | null; readonly text: string | null };
}

export type Category = "new" | "indeterminate" | "done";

/** What of a work item counts, as whose doing, and on which process. */
export interface Counting {
  readonly counts: "transaction" | "ticket";
  readonly moment: Moment;
  /** The actor is whoever created it, made the change or wrote the comment. */
  readonly who: "actor" | "reporter" | "assignee";
  readonly process: ProcessRule;
  /** Of tickets alone; left out, nothing says what they were about. */
  readonly about?: AboutRule | undefined;
}

export type Moment =
  | { readonly kind: "created" }
  | { readonly kind: "moved"; readonly status: string }
  | { readonly kind: "reached"; readonly category: Category }
  | { readonly kind: "commented" };

export type ProcessRule =
  | { readonly kind: "fixed"; readonly name: string }
  | { readonly kind: "component" }
  | { readonly kind: "label" }
  | { readonly kind: "request-type" }
  | { readonly kind: "work-type" };

/** Where a work item names what it was about, and what names of this site mean. */
export interface AboutRule {
  readonly kind: "component" | "label" | "request-type" | "work-type";
  readonly names: Readonly<Partial<Record<TicketCategory, readonly string[]>>>;
}
