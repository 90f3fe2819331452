import type { TemplateView } from "#contract/templates";
import type { Template } from "#domain/plan/templates/template";

/** A template of the space in the form of those that come with the product. */
export async function openTemplate(view: TemplateView): Promise<Template> {
  const { readPlan } = await import("#formats/yaml");
  const read = readPlan(view.text, "template.yaml");
  if (read.kind === "refused") throw new Error(`"${view.title}" cannot be read. ${read.findings[0]?.message ?? ""}`);
  const { id, title, places, anchors } = view;
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" }).format(view.savedAt);
  const suits = `Saved from a plan of this space on ${day}.`;
  return { id, title, suits, months: { least: 0, most: 12 }, places, anchors, rituals: [], plan: read.plan };
}
