import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { adminPort } from "#adapters/jira/admin-port";
import { createBudget } from "#adapters/jira/budget";
import { createClient } from "#adapters/jira/client";
import type { JiraClient } from "#adapters/jira/client";
import { jiraPort } from "#adapters/jira/jira-port";
import { patient } from "#adapters/jira/patient";
import type { Transport } from "#adapters/jira/transport";
import { emptyKept, keptSync } from "#adapters/store/kept-runs";
import type { Kept } from "#adapters/store/kept-runs";
import type { Outside } from "#app/ports";
import { advance } from "#app/sync/advance";
import type { Caller } from "../../workbench/wire/wire";
import { testJira } from "./jira";
import type { TestJira } from "./jira";

export interface JiraWorld extends TestJira {
  readonly outside: Outside;
  readonly kept: Kept;
  readonly queued: string[];
  /** The same app with another person before it, in this space or another. */
  readonly as: (caller: Caller, space?: { readonly id: string; readonly key: string }) => Outside;
  /** The app before an account; before nobody for null. */
  readonly client: (account: string | null) => JiraClient;
}

/**
 * The app's own adapters against the embedded Jira, as the person and as the app with the
 * manifest's scopes, on a clock that moves only where something waits.
 */
export async function jiraWorld(line: Partial<Line> = {}): Promise<JiraWorld> {
  const site = testJira();
  const sleep = line.sleep?.(site.clock) ?? (async (milliseconds: number) => site.clock.advance(milliseconds));
  const manifest: unknown = parse(readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8"));
  const { modules, permissions } = shape.parse(manifest);
  await site.jira.install({ appId: "uptake", environmentId: "test", modules, invoke: async () => null });
  const kept = emptyKept();
  const queued: string[] = [];
  let ids = 0;
  const clock = { now: () => site.clock.now(), sleep };
  const budget = createBudget(clock);
  const speak = (caller: Caller) =>
    createClient(
      patient(distant(transport(site, caller), line.latencyMs ?? 0, sleep), { clock, chance: () => 0.5, budget }),
    );
  const accountId = site.admin.kind === "user" ? site.admin.accountId : "";
  const app = { kind: "app", appId: "uptake", scopes: permissions.scopes } as const;
  const person = speak({ ...app, actingFor: accountId });
  const outside: Outside = {
    jira: jiraPort(person),
    jiraAsApp: jiraPort(speak({ ...app, actingFor: null })),
    admin: adminPort(person),
    ...keptSync(kept, async () => undefined),
    announce: async () => undefined,
    queue: { push: async (run) => void queued.push(run) },
    clock,
    who: { accountId },
    space: { id: site.space.id, key: site.space.key },
    issue: null,
    deadline: Number.MAX_SAFE_INTEGER,
    newId: () => `id-${(ids += 1)}`,
  };
  const as: JiraWorld["as"] = (caller, space = site.space) => {
    const who = caller.kind === "user" ? caller.accountId : "";
    const client = speak({ ...app, actingFor: who });
    const there = { id: space.id, key: space.key };
    return { ...outside, jira: jiraPort(client), admin: adminPort(client), who: { accountId: who }, space: there };
  };
  const client: JiraWorld["client"] = (account) => speak({ ...app, actingFor: account });
  return { ...site, outside, kept, queued, as, client };
}

/** How far Jira is away, and how one waits. */
export interface Line {
  readonly latencyMs: number;
  readonly sleep: (clock: TestJira["clock"]) => (milliseconds: number) => Promise<void>;
}

function distant(transport: Transport, latencyMs: number, sleep: (milliseconds: number) => Promise<void>): Transport {
  if (latencyMs === 0) return transport;
  return async (request) => {
    await sleep(latencyMs / 2);
    const answer = await transport(request);
    await sleep(latencyMs / 2);
    return answer;
  };
}

const shape = z.object({
  modules: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  permissions: z.object({ scopes: z.array(z.string()) }),
});

export function transport(site: TestJira, caller: Caller): Transport {
  return async ({ method, path, body }) => {
    const answer = await site.jira.handle({ method, path, headers: {}, body }, caller);
    return {
      status: answer.status,
      text: answer.body ?? "",
      header: (name) => answer.headers[name.toLowerCase()] ?? null,
    };
  };
}

export async function workOff({ outside, queued }: JiraWorld): Promise<void> {
  for (let run = queued.shift(); run !== undefined; run = queued.shift()) await advance(run, outside);
}
