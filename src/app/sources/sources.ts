import { Refusal } from "../refusal";
import type { AdoptionOutside, Source } from "../adoption-ports";
import type { createSourceRequest, NewSecretView, sourceRequest, SourceView } from "#contract/sources";
import type { planRequest } from "#contract/sync";
import type { SourceFacts } from "#domain/adoption/facts";
import type { Plan } from "#domain/plan/plan";
import type { z } from "zod";

/** Enough for every system of a rollout; a runaway script stops here. */
const mostSources = 20;

export async function listSources(
  request: z.output<typeof planRequest>,
  outside: AdoptionOutside,
): Promise<readonly SourceView[]> {
  const plan = await administered(request.plan, outside);
  const [sources, facts, url] = await Promise.all([
    outside.sources.list(plan.id),
    outside.facts.sources(plan.id),
    outside.sources.url(),
  ]);
  return Promise.all(sources.map((source) => view(source, { facts, url, outside })));
}

export async function createSource(
  request: z.output<typeof createSourceRequest>,
  outside: AdoptionOutside,
): Promise<NewSecretView> {
  const plan = await administered(request.plan, outside);
  if ((await outside.sources.list(plan.id)).length >= mostSources) {
    throw new Refusal("limit_exceeded", {
      message: `This plan has ${mostSources} sources already.`,
      mend: "Remove one that no longer reports.",
    });
  }
  const secret = outside.seals.newSecret();
  const source: Source = {
    id: outside.seals.newId(),
    plan: plan.id,
    zone: plan.zone,
    name: request.name,
    createdAt: outside.now,
    keys: [secret],
  };
  await outside.sources.put(source);
  return { source: await viewNow(source, outside), secret };
}

/** The new key signs from now on; the one before it still does, until the next rotation. */
export async function rotateSource(
  request: z.output<typeof sourceRequest>,
  outside: AdoptionOutside,
): Promise<NewSecretView> {
  const source = await findSource(request, outside);
  const secret = outside.seals.newSecret();
  const rotated = { ...source, keys: [secret, ...source.keys].slice(0, 2) };
  await outside.sources.put(rotated);
  return { source: await viewNow(rotated, outside), secret };
}

export async function removeSource(request: z.output<typeof sourceRequest>, outside: AdoptionOutside): Promise<null> {
  await outside.sources.remove(await findSource(request, outside));
  return null;
}

async function administered(id: string, outside: AdoptionOutside): Promise<Plan> {
  const loaded = await outside.loadPlan(id);
  await outside.mustAdminister(loaded);
  return loaded.plan;
}

async function findSource(request: z.output<typeof sourceRequest>, outside: AdoptionOutside): Promise<Source> {
  const plan = await administered(request.plan, outside);
  const source = await outside.sources.find(request.source);
  if (source === null || source.plan !== plan.id) {
    throw new Refusal("not_found", {
      message: "This plan has no such source.",
      mend: "Reload the page: it may have been removed.",
    });
  }
  return source;
}

async function viewNow(source: Source, outside: AdoptionOutside): Promise<SourceView> {
  const [facts, url] = await Promise.all([outside.facts.sources(source.plan), outside.sources.url()]);
  return view(source, { facts, url, outside });
}

interface Shown {
  readonly facts: readonly SourceFacts[];
  readonly url: string;
  readonly outside: AdoptionOutside;
}

async function view(source: Source, { facts, url, outside }: Shown): Promise<SourceView> {
  const seen = facts.find((fact) => fact.source === source.id);
  const refusals = await outside.sources.refused(source);
  return {
    id: source.id,
    name: source.name,
    url: `${url}?source=${source.id}`,
    createdAt: new Date(source.createdAt).toISOString(),
    lastSeen: lastSeenOf(seen),
    accepted: seen?.events ?? 0,
    refused: refusals.length,
    excluded: (seen?.sandbox ?? 0) + (seen?.service ?? 0),
    keys: source.keys.length,
    refusals: refusals.map(({ batch, at, bad }) => ({ batch, at: new Date(at).toISOString(), bad })),
  };
}

function lastSeenOf(seen: SourceFacts | undefined): string | null {
  const at = seen?.lastSeenAt ?? null;
  return at === null ? null : new Date(at).toISOString();
}
