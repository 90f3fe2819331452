import { beside, proposalFor } from "#app/sync/propose";
import type { Proposed, Wanted } from "#app/sync/propose";
import { proposalView } from "#app/sync/proposal-view";
import type { Outside } from "#app/ports";
import type { Plan } from "#domain/plan/plan";
import type { Answer, Asked } from "./command";
import { Misuse, only, required, textOf } from "./command";
import { connect, inSpace } from "./connect";
import { openKept } from "./kept-file";
import type { Opening } from "./kept-file";
import { planFrom } from "./plan-source";
import { differs, syncAnswer } from "./sync-answer";
import { stat } from "node:fs/promises";

/** `diff FILE`: what bringing plan and Jira together would do. Changes nothing in Jira. */
export async function diffFile(asked: Asked): Promise<Answer> {
  const { plan, outside } = await openSync(asked, "look");
  const proposed = await proposeKeeping(plan, asked, outside);
  const view = proposalView(proposed.proposal, await beside(proposed, outside));
  const answer = await syncAnswer({ view, run: null }, outside, asked.values.json === true);
  return asked.values["exit-code"] === true && differs(view) ? { ...answer, exit: 1 } : answer;
}

export interface OpenSync {
  readonly path: string;
  readonly plan: Plan;
  readonly outside: Outside;
}

export async function openSync({ words, values, say }: Asked, mode: Opening["mode"]): Promise<OpenSync> {
  const path = only(words);
  const { plan } = await planFrom(path);
  const [site, space] = [required(values, "site"), required(values, "space")];
  const place = `${site.replace(/\/+$/, "")} ${space}`;
  const file = await openKept({ path, plan: plan.id, place, mode, say });
  return { path, plan, outside: await inSpace(await connect(values, file), space) };
}

/** The proposal, settled as the options say. */
export async function proposeKeeping(plan: Plan, asked: Asked, outside: Outside): Promise<Proposed> {
  return proposalFor(plan, await wantedBy(asked), outside);
}

async function wantedBy({ words, values }: Asked): Promise<Wanted> {
  const keep = textOf(values, "keep");
  if (keep !== null && keep !== "file" && keep !== "jira" && keep !== "newest") {
    throw new Misuse("--keep is file, jira or newest.");
  }
  const left = textOf(values, "orphans");
  if (left !== null && left !== "keep" && left !== "unlink" && left !== "close") {
    throw new Misuse("--orphans is keep, unlink or close.");
  }
  const { mtimeMs } = await stat(only(words));
  return { rule: keep, editedAt: mtimeMs, adopt: adoptedIn(values), orphanRule: left };
}

/** `--adopt step=CRM-12`, as often as there are work items to take on. */
function adoptedIn(values: Asked["values"]): Readonly<Record<string, string>> {
  const given = Array.isArray(values.adopt) ? values.adopt.map(String) : [];
  return Object.fromEntries(
    given.map((pair) => {
      const [item, key] = pair.split("=");
      if (!item || !key) throw new Misuse("--adopt is ITEM=KEY, as --adopt export=CRM-12.");
      return [item, key] as const;
    }),
  );
}
