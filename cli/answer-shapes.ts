import { z } from "zod";
import { planFileVersion } from "#contract/plan-file";
import { snapshotShape } from "./snapshot-shape";

/** What `--json` prints, a shape a command; their JSON Schemas are the published ones. Programs may rely on what stands here. */

const orNull = z.number().nullable();
const instant = z.iso.datetime({ offset: true });
const interval = { lower: orNull, upper: orNull };

/** Any command that said no: what happened and the one thing that mends it. The exit code is 1. */
const refused = z.strictObject({
  refused: z.strictObject({ code: z.string(), message: z.string(), mend: z.string() }),
});

/** With `--to json`: the plan in the shape of `plan-file.schema.json`, every id present, and what was noted. */
const convert = z.looseObject({
  uptake: z.literal(planFileVersion),
  plan: z.looseObject({ id: z.string(), title: z.string() }),
  steps: z.array(z.looseObject({ id: z.string(), title: z.string() })),
  notes: z.array(z.strictObject({ line: orNull, message: z.string() })),
});

const convertToText = z.strictObject({
  format: z.enum(["yaml", "csv", "xlsx", "mspdi", "markdown"]),
  out: z.string().nullable(),
  content: z.string().nullable(),
  notes: convert.shape.notes,
});

const finding = z.object({
  rule: z.string(),
  item: z.string().nullable(),
  field: z.string().nullable(),
  level: z.enum(["error", "warning", "hint"]),
  message: z.string(),
  mend: z.string(),
  line: orNull,
});

const lint = z.strictObject({
  findings: z.array(finding),
  accepted: z.array(z.strictObject({ finding: finding.omit({ line: true }), reason: z.string() })),
});

const schedule = z.strictObject({
  start: instant.nullable(),
  finish: instant.nullable(),
  lengthMinutes: orNull,
  items: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      start: instant,
      finish: instant,
      earlyStart: instant,
      earlyFinish: instant,
      lateStart: instant,
      lateFinish: instant,
      totalSlackMinutes: z.number(),
      freeSlackMinutes: z.number(),
      critical: z.boolean(),
    }),
  ),
  cycle: z.array(z.string()).nullable(),
  conflicts: z.array(
    z.strictObject({
      kind: z.enum(["pinned-before-predecessors", "later-than-planned", "deadline-missed"]),
      id: z.string(),
      wanted: instant,
      possible: instant,
    }),
  ),
  faults: z.array(z.looseObject({ kind: z.string() })),
});

const survival = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      n: z.number(),
      events: z.number(),
      table: z.array(
        z.strictObject({
          t: z.number(),
          atRisk: z.number(),
          events: z.number(),
          censored: z.number(),
          survival: z.number(),
          se: orNull,
          ...interval,
        }),
      ),
      at: z.array(z.strictObject({ t: z.number(), atRisk: z.number(), survival: orNull, se: orNull, ...interval })),
      quantiles: z.array(z.strictObject({ q: z.number(), estimate: orNull, ...interval })),
      rmst: z.strictObject({ tau: z.number(), estimate: orNull, se: orNull, ...interval }).nullable(),
      /** Only where somebody left: the share with the event when leaving competes with it. */
      incidence: z.array(z.looseObject({ t: z.number(), incidence: z.number(), se: orNull, ...interval })).optional(),
      incidenceAt: z.array(z.looseObject({ t: z.number(), incidence: orNull, ...interval })).optional(),
    }),
  ),
  logrank: z
    .strictObject({
      chisq: z.number(),
      df: z.number(),
      p: z.number(),
      observed: z.array(z.number()),
      expected: z.array(z.number()),
    })
    .nullable(),
});

const trend = z.strictObject({
  n: z.number(),
  s: z.number(),
  variance: z.number(),
  z: orNull,
  p: orNull,
  method: z.enum(["exact", "normal"]).nullable(),
  slope: orNull,
  slopeLower: orNull,
  slopeUpper: orNull,
});

const line = z.strictObject({ what: z.string(), why: z.string() });
const setup = z.strictObject({
  creates: z.array(line),
  maps: z.array(line),
  changes: z.array(line),
  manual: z.array(line),
});

const row = z.strictObject({
  item: z.string(),
  kind: z.enum(["plan", "step", "risk", "rollback"]),
  key: z.string().nullable(),
  title: z.string(),
  fields: z.array(
    z.looseObject({
      field: z.string(),
      step: z.enum(["push", "pull", "conflict"]),
      base: z.string().nullable(),
      plan: z.string().nullable(),
      jira: z.string().nullable(),
    }),
  ),
});

const link = z.looseObject({ action: z.enum(["link", "unlink"]), from: z.string(), to: z.string(), label: z.string() });
const mended = z.looseObject({ message: z.string(), mend: z.string() });

/** `diff` and `apply`: the proposal, and of an apply the run that carried it out. */
const sync = z.object({
  creates: z.array(row),
  adopts: z.array(row),
  updates: z.array(row),
  pulls: z.array(row),
  links: z.array(link),
  unlinks: z.array(link),
  conflicts: z.array(row),
  orphans: z.array(row),
  refusals: z.array(mended),
  run: z
    .looseObject({
      id: z.string(),
      state: z.string(),
      created: z.array(z.looseObject({ key: z.string(), title: z.string() })),
      failures: z.array(mended),
    })
    .nullable(),
  requests: z.strictObject({ reads: z.number(), writes: z.number() }),
});

const deck = z.strictObject({
  out: z.string(),
  plan: z.string(),
  computedAt: instant,
  cut: instant.nullable(),
  slides: z.array(z.looseObject({ kind: z.string(), title: z.string(), verdict: z.enum(["GREEN", "RED"]).nullable() })),
});

const push = z.strictObject({
  accepted: z.number(),
  batches: z.array(z.string()),
  refused: z.array(z.strictObject({ line: z.number(), reason: z.string() })),
});

export const answerShapes = {
  refused,
  convert,
  convertToText,
  lint,
  schedule,
  metrics: snapshotShape,
  survival,
  trend,
  rate: z.object({ rate: orNull, ...interval }),
  "rate-ratio": z.strictObject({ ratio: orNull, ...interval, p: orNull }),
  proportion: z.strictObject({ estimate: orNull, ...interval }),
  setup,
  diff: sync,
  apply: sync,
  deck,
  "events push": push,
} as const;
