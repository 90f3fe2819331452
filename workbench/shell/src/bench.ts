import { z } from "zod";
import { call, read } from "./call";
import { user } from "./shapes";

/** The workbench's own questions; everything Jira knows goes through Jira's REST API. */
const at = (path: string) => `/_workbench/${path}`;

export const session = z.object({
  people: z.array(user.extend({ role: z.string() })),
  accountId: z.string(),
  site: z.string(),
});
export type Session = z.infer<typeof session>;

const appModule = z.looseObject({
  key: z.string(),
  title: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  edit: z.unknown().optional(),
  refreshable: z.boolean().optional(),
  viewportSize: z.string().optional(),
});
export type AppModule = z.infer<typeof appModule>;
export const modules = z.object({
  appId: z.string(),
  environmentId: z.string(),
  modules: z.record(z.string(), z.array(appModule)),
});
export type Modules = z.infer<typeof modules>;

export const mounted = z.object({ frameId: z.string(), url: z.string() });
export type Mounted = z.infer<typeof mounted>;

const callRow = z.object({
  at: z.number(),
  who: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  points: z.number(),
});
export const calls = z.object({ total: z.number(), points: z.number(), records: z.array(callRow) });
export const logs = z.array(z.object({ at: z.number(), level: z.string(), text: z.string() }));
export const faults = z.array(
  z.object({ key: z.string(), label: z.string(), value: z.union([z.boolean(), z.number(), z.string()]) }),
);
export const webTriggers = z.array(z.object({ key: z.string(), url: z.string() }));
const clock = z.object({ now: z.number() });

export const bench = {
  session: () => read(session, at("session")),
  become: (accountId: string) => call("POST", at("session"), { accountId }),
  now: () => read(clock, at("clock")),
  advance: async (move: { to?: number; by?: string }) => clock.parse(await call("POST", at("clock"), move)),
  modules: () => read(modules, at("modules")),
  /** `wish` is JSON, so that what is mounted and what names it cannot differ. */
  mount: async (wish: string) => mounted.parse(await call("POST", at("mount"), JSON.parse(wish))),
  unmount: (frameId: string) => call("DELETE", at(`mount/${frameId}`)),
  bridge: (frameId: string, command: string, payload: unknown) =>
    call("POST", at(`bridge/${frameId}`), { command, payload }),
  calls: () => read(calls, at("calls")),
  logs: () => read(logs, at("logs")),
  faults: () => read(faults, at("faults")),
  setFault: (key: string, value: boolean | number | string) => call("POST", at("faults"), { key, value }),
  webTriggers: () => read(webTriggers, at("web-triggers")),
  reset: () => call("POST", at("reset"), {}),
};
