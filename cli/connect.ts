import { adminPort } from "#adapters/jira/admin-port";
import { basicTransport } from "#adapters/jira/basic-transport";
import { createBudget } from "#adapters/jira/budget";
import { createClient } from "#adapters/jira/client";
import type { JiraClient } from "#adapters/jira/client";
import { jiraPort } from "#adapters/jira/jira-port";
import { patient } from "#adapters/jira/patient";
import { emptyKept, keptSync } from "#adapters/store/kept-runs";
import type { Clock, Outside, Space } from "#app/ports";
import { discover } from "#app/setup/discover";
import { spaceOf } from "#app/setup/read-setup";
import { findMapping, mappingKey } from "#app/sync/space-mapping";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Asked } from "./command";
import { Misuse, required } from "./command";
import type { KeptFile } from "./kept-file";
import { refuse } from "./refuse";

const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const myself = z.object({ accountId: z.string() });

/** A site as the person whose token it is. */
export function clientFor(values: Asked["values"]): JiraClient {
  const site = required(values, "site");
  if (!/^https?:\/\/[^/\s]/.test(site)) throw new Misuse("--site is an address, as https://acme.atlassian.net.");
  return createClient(
    patient(basicTransport(loginFor(site)), { clock, chance: Math.random, budget: createBudget(clock) }),
  );
}

/** The same with the memory in a file or in nothing. */
export async function connect(values: Asked["values"], file: KeptFile | null): Promise<Outside> {
  const client = clientFor(values);
  const { kept, save } = file ?? { kept: emptyKept(), save: async () => undefined };
  const jira = jiraPort(client);
  const memory = keptSync(kept, save);
  // Jira counts points for apps, not for people with a token of their own.
  const runs = { ...memory.runs, spend: async () => undefined, spent: async () => 0 };
  const outside: Outside = {
    jira,
    jiraAsApp: jira,
    admin: adminPort(client),
    settings: memory.settings,
    runs,
    queue: { push: async () => undefined },
    announce: async () => undefined,
    clock,
    who: { accountId: "" },
    space: null,
    issue: null,
    deadline: Number.MAX_SAFE_INTEGER,
    newId: randomUUID,
  };
  const me = async () => myself.parse(await client.ask({ method: "GET", path: "/rest/api/3/myself" })).accountId;
  return { ...outside, who: { accountId: await remembered(memory.settings, "me", me) } };
}

/** The space and what stands for a plan's things in it, found by name once and then remembered. */
export async function inSpace(outside: Outside, key: string): Promise<Outside> {
  const known = z.string().safeParse(await outside.settings.read(`space:${key}`)).data ?? null;
  const mapping = known === null ? null : await findMapping(outside.settings, known);
  if (mapping !== null) return { ...outside, space: mapping.space };
  const space: Space = await spaceOf(key, outside);
  const found = await discover(outside.admin, space);
  if (found !== null) {
    await outside.settings.write(`space:${key}`, space.id);
    await outside.settings.write(mappingKey(space.id), found);
  }
  return { ...outside, space };
}

async function remembered(settings: Outside["settings"], key: string, find: () => Promise<string>): Promise<string> {
  const known = z.string().safeParse(await settings.read(key));
  if (known.success) return known.data;
  const found = await find();
  await settings.write(key, found);
  return found;
}

function loginFor(site: string) {
  const { UPTAKE_EMAIL: email, UPTAKE_TOKEN: token } = process.env;
  if (email && token) return { site, email, token };
  throw refuse("Who asks is missing.", "Set UPTAKE_EMAIL, and UPTAKE_TOKEN to an API token of that account.");
}
