import type { commentRequest, commentsRequest, CommentsView, CommentView } from "#contract/deck";
import type { Plan } from "#domain/plan/plan";
import { usualThresholds } from "#domain/adoption/thresholds";
import { z } from "zod";
import type { LoadedPlan } from "../adoption-ports";
import type { GatesOutside } from "../gates/gates-ports";
import { Refusal } from "../refusal";

type DeckOutside = Pick<GatesOutside, "loadPlan" | "mustEdit" | "log" | "nameOf" | "caller" | "now" | "seals">;

const body = z.object({ slide: z.string(), wave: z.string().nullable(), text: z.string(), by: z.string() });

/** What people have said of the slides of a deck: of each slide the newest, everything older stays in the log. */
export async function deckComments(
  { plan, wave }: z.output<typeof commentsRequest>,
  outside: DeckOutside,
): Promise<CommentsView> {
  return viewOf(await outside.loadPlan(plan), wave, outside);
}

/** Under the account of whoever types it, who may edit the plan. */
export async function commentSlide(
  { plan, wave, slide, text }: z.output<typeof commentRequest>,
  outside: DeckOutside,
): Promise<CommentsView> {
  const loaded = await outside.loadPlan(plan);
  await outside.mustEdit(loaded);
  mustHaveSlide(loaded.plan, wave, slide);
  const fact: z.output<typeof body> = { slide, wave, text, by: outside.caller };
  await outside.log.append(refOf(loaded), "comment", [{ id: outside.seals.newId(), at: outside.now, body: fact }]);
  return viewOf(loaded, wave, outside);
}

async function viewOf(loaded: LoadedPlan, wave: string | null, outside: DeckOutside): Promise<CommentsView> {
  const entries = await outside.log.read(refOf(loaded), ["comment"]);
  const said = entries
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, body: kept }) => ({ at, ...body.parse(kept) }))
    .filter((one) => one.wave === wave);
  const newest = [...new Map(said.map((one) => [one.slide, one])).values()].filter(({ text }) => text !== "");
  const comments = newest.map(async ({ slide, text, by, at }): Promise<CommentView> => {
    // Of a closed account the name is gone and what was said stays.
    return { slide, text, by: by === "" ? "somebody" : await outside.nameOf(by), at: new Date(at).toISOString() };
  });
  return { wave, comments: await Promise.all(comments), mayWrite: await mayEdit(loaded, outside) };
}

async function mayEdit(loaded: LoadedPlan, { mustEdit }: DeckOutside): Promise<boolean> {
  try {
    await mustEdit(loaded);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_allowed") return false;
    throw error;
  }
}

const metrics: readonly string[] = usualThresholds.map(({ metric }) => metric);

/** The gate, a metric (with its title where the plan asks for two of one), or a KPI of the plan. */
function mustHaveSlide({ kpis, waves }: Plan, wave: string | null, slide: string): void {
  const hasWave = wave === null || waves.some(({ id }) => id === wave);
  const [first = ""] = slide.split(" ");
  const isKnown = slide === "gate" || metrics.includes(first) || kpis.some(({ id }) => slide === `kpi ${id}`);
  if (hasWave && isKnown) return;
  throw new Refusal("stale", {
    message: "The deck has no such slide any more.",
    mend: "Reload the page: the plan has changed.",
  });
}

function refOf({ plan, spaceId }: LoadedPlan): { readonly space: string; readonly plan: string } {
  return { space: spaceId, plan: plan.id };
}
