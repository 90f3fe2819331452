import { z } from "zod";

const title = z.string().trim().min(1).max(120);

export const saveTemplateRequest = z.object({ plan: z.string(), title });
export const renameTemplateRequest = z.object({ template: z.string(), title });
export const templateRequest = z.object({ template: z.string() });

/** A template of this space, made from one of its plans. */
export interface TemplateView {
  readonly id: string;
  readonly title: string;
  readonly savedAt: number;
  readonly places: readonly string[];
  /** Days counted from go-live. */
  readonly anchors: Readonly<Record<string, string>>;
  /** The plan without days and people, as a plan file. */
  readonly text: string;
}
