import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { people } from "../../jira/config/bare-site";
import type { Caller } from "../../wire/wire";
import { readFaults, setFault } from "./fault-switches";
import { followChannel } from "./follow-channel";
import type { House, Running } from "./running";
import type { Session } from "./sessions";

export interface Ask {
  readonly house: House;
  readonly session: Session;
  /** What follows the name of the route in the path. */
  readonly rest: string;
  readonly body: unknown;
}

type Answer = (ask: Ask, running: Running) => unknown;

const spans: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const move = z.object({
  to: z.number().optional(),
  by: z
    .string()
    .regex(/^\d{1,3}[hdw]$/)
    .optional(),
});
const mounting = z.object({
  moduleKey: z.string(),
  extension: z.record(z.string(), z.unknown()),
  resource: z.string().optional(),
  view: z.enum(["edit", "create", "view"]).optional(),
});
const bridged = z.object({ command: z.string(), payload: z.unknown().optional() });
const fault = z.object({ key: z.string(), value: z.union([z.boolean(), z.number(), z.string()]) });

/** What only the workbench knows, by method and name. */
export const api: Readonly<Record<string, Answer>> = {
  "GET session": ({ session }, running) => ({
    people: personas(running),
    accountId: session.accountId,
    site: running.site,
  }),
  "POST session": ({ session, body }, running) => {
    const { accountId } = z.object({ accountId: z.string() }).parse(body);
    if (!personas(running).some((person) => person.accountId === accountId))
      throw new Error("Nobody has this account.");
    session.accountId = accountId;
    return null;
  },
  "GET clock": (_, { clock }) => ({ now: clock.now() }),
  "POST clock": async ({ body }, { clock, forge }) => {
    const { to, by = "0h" } = move.parse(body);
    clock.advance(to === undefined ? Number.parseInt(by, 10) * (spans[by.slice(-1)] ?? 0) : to - clock.now());
    await forge.tick();
    return { now: clock.now() };
  },
  "GET faults": (_, { jira }) => readFaults(jira.faults),
  "POST faults": ({ body }, { jira }) => {
    const { key, value } = fault.parse(body);
    setFault(jira.faults, key, value);
    return null;
  },
  "GET calls": (_, running) => {
    const { total, points, records } = running.calls.read();
    const rows = records.map(({ at, caller, method, path, status, points: cost }) => {
      return { at, who: nameOf(running, caller), method, path, status, points: cost };
    });
    return { total, points, records: rows };
  },
  "GET logs": (_, { forge, refusals }) => {
    const lines = forge
      .logs()
      .map(({ at, level, text, functionKey }) => ({ at, level, text: [functionKey, text].filter(Boolean).join(": ") }));
    return [...lines, ...refusals].toSorted((a, b) => b.at - a.at).slice(0, 500);
  },
  "GET web-triggers": (_, { manifest, forge }) =>
    manifest.modulesOf("webtrigger").map(({ key }) => ({ key, url: forge.webTriggerUrl(key) ?? "" })),
  "GET modules": (_, { app: { appId, environmentId, modules } }) => ({ appId, environmentId, modules }),
  "POST mount": ({ house, session, body }, running) => {
    const frame = running.forge.mount({ ...dropMissing(mounting.parse(body)), accountId: session.accountId });
    assertBuilt(running, frame);
    return { frameId: frame.frameId, url: house.frameUrl + frame.url };
  },
  "DELETE mount": ({ rest }, { forge }) => forge.unmount(rest),
  "POST bridge": async ({ house, rest, body }, running) => {
    const { command, payload } = bridged.parse(body);
    try {
      const answer = await running.forge.bridge(rest, command, payload);
      if (command === "subscribeRealtimeChannel")
        void followChannel(house, running, { frameId: rest, answer, payload });
      return answer;
    } catch (error) {
      const text = `bridge: ${command}: ${error instanceof Error ? error.message : String(error)}`;
      running.refusals.push({ at: running.clock.now(), level: "error", text });
      throw error;
    }
  },
  "POST reset": ({ house }) => house.reset(),
};

function personas({ jira }: Running) {
  const known = jira.store
    .collection("user")
    .all()
    .filter(({ active, accountType }) => active && accountType === "atlassian");
  return known.slice(0, 50).map(({ id, displayName, email }) => {
    return { accountId: id, displayName, role: people.find((person) => person.email === email)?.part ?? "" };
  });
}

function nameOf({ jira }: Running, caller: Caller): string {
  const person = (id: string) => jira.store.collection("user").get(id)?.displayName ?? id;
  switch (caller.kind) {
    case "anonymous":
      return "nobody";
    case "user":
      return person(caller.accountId);
    case "app":
      return caller.actingFor === null ? "app" : `app for ${person(caller.actingFor)}`;
  }
}

function dropMissing({ resource, view, ...rest }: z.infer<typeof mounting>) {
  return { ...rest, ...(resource === undefined ? {} : { resource }), ...(view === undefined ? {} : { view }) };
}

function assertBuilt({ manifest, forge }: Running, frame: ReturnType<Running["forge"]["mount"]>): void {
  const { folder } = manifest.resource(frame.resourceKey);
  const page = join(folder, frame.url.split("/").slice(3).join("/"));
  if (existsSync(page)) return;
  forge.unmount(frame.frameId);
  throw new Error(`The app's front end is not built: ${page} is missing. Run: node tools/build.mjs ui`);
}
