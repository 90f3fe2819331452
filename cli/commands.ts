import type { Answer, Asked, Command } from "./command";
import { Misuse, only, required, textOf } from "./command";
import { refuse } from "./refuse";
import { tableOptions, tableUsage } from "./table-choices";

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const settling = {
  site: text,
  space: text,
  keep: text,
  adopt: { type: "string", multiple: true },
  orphans: text,
} as const;

/** Each command loads its own part of the program, so that none waits for the others. */
export const commands: Readonly<Record<string, Command>> = {
  convert: {
    usage: `convert FILE ${tableUsage} --to json|yaml|csv|xlsx|mspdi|markdown [-o OUT]`,
    options: { ...tableOptions, to: text, out: { type: "string", short: "o" } },
    run: async (asked) => (await import("./convert")).convert(asked),
  },
  lint: {
    usage: `lint FILE ${tableUsage}`,
    options: tableOptions,
    run: async (asked) => (await import("./lint")).lintFile(asked),
  },
  schedule: {
    usage: `schedule FILE ${tableUsage}`,
    options: tableOptions,
    run: async (asked) => (await import("./schedule")).scheduleFile(asked),
  },
  stats: { usage: "stats survival|trend|rate|rate-ratio|proportion < INPUT", options: {}, run: stats },
  metrics: {
    usage: "metrics --plan FILE --events FILE --people FILE [--tickets FILE] --cut INSTANT [--wave ID]",
    options: { plan: text, events: text, people: text, tickets: text, cut: text, wave: text },
    run: metrics,
  },
  setup: {
    usage: "setup --site URL --space KEY [--yes]",
    options: { site: text, space: text, yes: flag },
    run: async (asked) => (await import("./setup")).setupSpace(asked),
  },
  diff: {
    usage:
      "diff FILE --site URL --space KEY [--keep file|jira|newest] [--adopt ITEM=KEY]… [--orphans keep|unlink|close] [--exit-code]",
    options: { ...settling, "exit-code": flag },
    run: async (asked) => (await import("./diff")).diffFile(asked),
  },
  apply: {
    usage:
      "apply FILE --site URL --space KEY [--yes] [--keep file|jira|newest] [--adopt ITEM=KEY]… [--orphans keep|unlink|close] [--confirm N] [--resume] [--undo RUN] [--pull]",
    options: { ...settling, yes: flag, confirm: text, resume: flag, undo: text, pull: flag },
    run: async (asked) => (await import("./apply")).applyFile(asked),
  },
  pull: {
    usage: "pull FILE --site URL --space KEY [--keep file|jira|newest] [--dry-run]",
    options: { ...settling, "dry-run": flag },
    run: async (asked) => (await import("./pull")).pullFile(asked),
  },
  deck: {
    usage: "deck --plan KEY --site URL -o FILE.pptx",
    options: { plan: text, site: text, out: { type: "string", short: "o" } },
    run: async (asked) => (await import("./deck")).deck(asked),
  },
  events: { usage: "events push FILE --url URL", options: { url: text }, run: events },
  workbench: {
    usage: "workbench [--port N] [--fresh] [--site demo|empty] [--state FOLDER] [--no-open]",
    options: { port: text, fresh: flag, site: text, state: text, "no-open": flag },
    run: workbench,
  },
};

async function stats({ words, input }: Asked): Promise<Answer> {
  const { stats: work, statsInputs } = await import("./stats");
  if (!Object.hasOwn(statsInputs, words[0] ?? "")) throw new Misuse("Say which arithmetic.");
  try {
    const answer = work([...words], await input());
    return { json: JSON.parse(answer), text: answer };
  } catch (failure) {
    if (failure instanceof RangeError) throw refuse(failure.message, "Correct the input.");
    throw failure;
  }
}

async function metrics({ values }: Asked): Promise<Answer> {
  const [{ metrics: work }, { planFrom, bytesOf }, { decode }] = await Promise.all([
    import("./metrics"),
    import("./plan-source"),
    import("#formats/read-file"),
  ]);
  const cut = Date.parse(required(values, "cut"));
  if (Number.isNaN(cut)) throw new Misuse("--cut is an instant, as 2026-12-01T00:00:00Z.");
  const read = async (path: string) => decode(await bytesOf(path));
  const tickets = textOf(values, "tickets");
  const snapshot = await work({
    plan: (await planFrom(required(values, "plan"))).plan,
    events: await read(required(values, "events")),
    people: await read(required(values, "people")),
    tickets: tickets === null ? null : await read(tickets),
    cut,
    wave: textOf(values, "wave"),
  });
  return { json: snapshot, text: JSON.stringify(snapshot, null, 2) };
}

async function events({ words, values }: Asked): Promise<Answer> {
  const [verb, ...files] = words;
  if (verb !== "push") throw new Misuse("Say events push.");
  const secret = process.env.UPTAKE_SECRET;
  if (!secret)
    throw refuse("The source's secret is missing.", "Set UPTAKE_SECRET to the secret shown when the source was made.");
  const { pushEvents } = await import("./events-push");
  const door = {
    url: required(values, "url"),
    secret,
    fetch,
    now: () => Date.now(),
    wait: (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000)),
  };
  const pushed = await pushEvents(only(files), door, (text) => void process.stderr.write(text));
  const text = `${pushed.accepted} events accepted in ${pushed.batches.length} batches`;
  const notes = pushed.refused.map(({ line, reason }) => `line ${line}: ${reason}`);
  return { json: pushed, text, notes, exit: pushed.refused.length > 0 ? 1 : 0 };
}

/** Taken by somebody else, the next free one is used and said. */
const usualPort = 8090;

async function workbench({ values }: Asked): Promise<Answer> {
  const port = Number(textOf(values, "port") ?? usualPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Misuse("--port is a number up to 65535.");
  const site = textOf(values, "site") ?? "demo";
  if (site !== "demo" && site !== "empty") throw new Misuse("--site is demo or empty.");
  const { workbench: serve } = await import("./workbench");
  await serve({ port, fresh: values.fresh === true, site, stateDir: textOf(values, "state") });
  return { json: null, text: "" };
}
