import { ticketCategories } from "#domain/adoption/ticket-category";
import type { TicketCategory } from "#domain/adoption/ticket-category";
import { z } from "zod";

const text = z.string().trim().min(1);

const moment = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("created") }),
  z.object({ kind: z.literal("moved"), status: text.max(80) }),
  z.object({ kind: z.literal("reached"), category: z.enum(["new", "indeterminate", "done"]) }),
  z.object({ kind: z.literal("commented") }),
]);

const process = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("fixed"), name: z.string().trim().max(64) }),
  z.object({ kind: z.enum(["component", "label", "request-type", "work-type"]) }),
]);

const about = z.object({
  kind: z.enum(["component", "label", "request-type", "work-type"]),
  names: z.partialRecord(z.enum(ticketCategories), z.array(text.max(80)).max(20)).default({}),
});

/** What a transaction or a ticket is, said in work items. A ticket counts once, when it is created. */
export const workItemCounting = z
  .object({
    jql: text.max(2000),
    counts: z.enum(["transaction", "ticket"]),
    moment,
    who: z.enum(["actor", "reporter", "assignee"]),
    process,
    /** Where a ticket says what it was about; an older definition does not ask. */
    about: about.optional(),
  })
  .refine(({ counts, moment: { kind } }) => counts === "transaction" || kind === "created", {
    error: "A ticket counts once, when it is created.",
  });

export type WorkItemCounting = z.infer<typeof workItemCounting>;

export const previewItemsRequest = z.object({ plan: z.string(), counting: workItemCounting });
export const defineItemsRequest = previewItemsRequest.extend({ name: text.max(80) });
export const itemSourceRequest = z.object({ plan: z.string(), source: z.string() });
/** `accept` goes on although Jira suddenly shows much less than before. */
export const lookNowRequest = itemSourceRequest.extend({ accept: z.boolean().default(false) });

/** What a definition would count, before it is saved, as the person who asks sees it. */
export interface ItemsPreview {
  /** As Jira counts them, in about. */
  readonly found: number;
  /** What the app is shown, and it is the app that looks. */
  readonly foundByApp: number;
  /** How many of the newest were looked at for the rest of this. */
  readonly lookedAt: number;
  readonly counted: number;
  /** Null for one to four: too few to be a number. */
  readonly people: number | null;
  readonly services: number;
  readonly nobody: number;
  /** Duplicates, spam and alerts, which are no tickets. */
  readonly setAside: number;
  readonly spaces: readonly string[];
  readonly newest: readonly PreviewedItem[];
}

export interface PreviewedItem {
  readonly key: string;
  readonly title: string;
  readonly counts: readonly {
    readonly at: string;
    /** Null where Jira names nobody. */
    readonly by: string | null;
    readonly process: string;
    /** Null where nothing says what a ticket was about, and of what is no ticket. */
    readonly about: TicketCategory | null;
    readonly isService: boolean;
  }[];
}

export interface ItemSourceView {
  readonly id: string;
  readonly name: string;
  readonly counting: WorkItemCounting;
  /** When the last complete look began. */
  readonly lookedAt: string | null;
  /** Of a look that takes several turns: how many work items it has read. */
  readonly readSoFar: number | null;
  /** Null for whoever may not see the work items themselves. */
  readonly numbers: ItemNumbers | null;
  readonly spaces: readonly string[];
  readonly refused: {
    readonly kind: LookTrouble;
    readonly at: string;
    readonly message: string;
    readonly mend: string;
  } | null;
}

export interface ItemNumbers {
  readonly items: number | null;
  readonly counted: number;
  readonly services: number;
  readonly nobody: number;
  readonly setAside: number;
}

/** Waiting goes on by itself, refused wants another query, shrunk wants somebody to say that it is right. */
export type LookTrouble = "waiting" | "refused" | "shrunk";
