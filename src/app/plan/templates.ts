import { z } from "zod";
import type { renameTemplateRequest, saveTemplateRequest, templateRequest, TemplateView } from "#contract/templates";
import { saveAsTemplate } from "#domain/plan/templates/save-as-template";
import { writeYaml } from "#formats/yaml";
import type { LoggingOutside } from "../log";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { mayWrite } from "../sync/may-write";
import { withLessons } from "../rollback/with-lessons";
import { livePlan } from "./live-plan";

const keptTemplate = z.object({
  id: z.string(),
  title: z.string(),
  savedAt: z.number(),
  places: z.array(z.string()),
  anchors: z.record(z.string(), z.string()),
  text: z.string(),
});

/** What the store takes in one value, less what stands around the text, and what one answer may carry. */
const most = { characters: 150_000, templates: 30 };

/** The templates of the space, by title. They hold no day and no person, so everybody who sees the space may start from them. */
export async function listTemplates(_: unknown, outside: Outside): Promise<readonly TemplateView[]> {
  const found = await Promise.all((await idsOf(outside)).map((id) => read(id, outside)));
  return found
    .filter((one): one is TemplateView => one !== null)
    .toSorted((a, b) => a.title.localeCompare(b.title, "en"));
}

/** A plan of this space as this person sees it, kept to start others from. */
export async function saveTemplate(
  { plan, title }: z.output<typeof saveTemplateRequest>,
  outside: LoggingOutside,
): Promise<TemplateView> {
  await allowed(outside);
  const saved = saveAsTemplate(await withLessons(await livePlan(plan, outside), outside));
  if (saved.kind === "refused") throw new Refusal("plan_unsound", { message: saved.message, mend: saved.mend });
  const { places, anchors, plan: relative } = saved.template;
  const text = writeYaml(relative);
  const ids = await idsOf(outside);
  if (text.length > most.characters || ids.length >= most.templates) {
    const mend = "Remove a template that is no longer used, or keep this plan as a file.";
    throw new Refusal("too_large", { message: "There is no room for this template.", mend });
  }
  const made: TemplateView = { id: outside.newId(), title, savedAt: outside.clock.now(), places, anchors, text };
  await outside.settings.write(keyOf(made.id, outside), made);
  await outside.settings.write(listKey(outside), [...ids, made.id]);
  return made;
}

export async function renameTemplate(
  { template, title }: z.output<typeof renameTemplateRequest>,
  outside: Outside,
): Promise<null> {
  await allowed(outside);
  await outside.settings.write(keyOf(template, outside), { ...(await open(template, outside)), title });
  return null;
}

export async function removeTemplate({ template }: z.output<typeof templateRequest>, outside: Outside): Promise<null> {
  await allowed(outside);
  const ids = await idsOf(outside);
  await outside.settings.write(
    listKey(outside),
    ids.filter((id) => id !== template),
  );
  await outside.settings.remove(keyOf(template, outside));
  return null;
}

/** Who may write plans in a space may say what plans start from there. */
async function allowed(outside: Outside): Promise<void> {
  await mayWrite(outside.jira, { accountId: outside.who.accountId, spaceId: spaceOf(outside) });
}

async function open(id: string, outside: Outside): Promise<TemplateView> {
  const found = (await idsOf(outside)).includes(id) ? await read(id, outside) : null;
  if (found !== null) return found;
  throw new Refusal("not_found", {
    message: "This template is gone.",
    mend: "Load the page again; somebody has removed it meanwhile.",
  });
}

async function read(id: string, outside: Outside): Promise<TemplateView | null> {
  const kept = keptTemplate.safeParse(await outside.settings.read(keyOf(id, outside)));
  return kept.success ? kept.data : null;
}

async function idsOf(outside: Outside): Promise<readonly string[]> {
  const kept = z.array(z.string()).safeParse(await outside.settings.read(listKey(outside)));
  return kept.success ? kept.data : [];
}

const keyOf = (id: string, outside: Outside): string => `template:${spaceOf(outside)}:${id}`;
const listKey = (outside: Outside): string => `templates:${spaceOf(outside)}`;

function spaceOf({ space }: Outside): string {
  if (space !== null) return space.id;
  throw new Refusal("bad_request", {
    message: "Templates belong to a space, and this page stands in none.",
    mend: "Open Implementation in the space of the plan.",
  });
}
