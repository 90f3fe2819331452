import { blankPlan, blankStep } from "./blank";
import type { Plan, Step } from "./plan";

/** The five fields of a quick plan (M100); everything else has a sensible beginning and can wait. */
export interface QuickPlan {
  readonly title: string;
  readonly objective: string;
  readonly owner: string;
  readonly golive: string;
  /** One step a line, `2d` at the end for its length; each follows the one above it. */
  readonly steps: string;
}

/** The plan the five fields make. `taken` holds the ids of other plans, so that two plans of one name stay two. */
export function quickPlan(fields: QuickPlan, zone: string, taken: ReadonlySet<string> = new Set()): Plan {
  const title = fields.title.trim();
  const ids = new Set<string>();
  const steps = fields.steps
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim())
    .filter((line) => line !== "")
    .reduce<readonly Step[]>((before, line) => [...before, stepOf(line, before.at(-1) ?? null, ids)], []);
  const last = steps.at(-1);
  const objective = fields.objective.trim();
  return {
    ...blankPlan(freeId(title, taken), title),
    zone,
    owner: fields.owner.trim() === "" ? null : fields.owner.trim(),
    objective: objective === "" ? [] : [objective],
    anchors: { golive: fields.golive },
    steps: steps.map((step) =>
      step === last
        ? { ...step, owner: ownerOf(fields), anchor: { anchor: "golive", offset: "0" } }
        : { ...step, owner: ownerOf(fields) },
    ),
  };
}

function ownerOf({ owner }: QuickPlan): string | null {
  return owner.trim() === "" ? null : owner.trim();
}

function stepOf(line: string, before: Step | null, ids: Set<string>): Step {
  const [, words = line, length = "1d"] = /^(.*\S)[\s,(–-]+(\d+(?:\.\d+)?(?:e?[dwh]|m))\)?$/.exec(line) ?? [];
  const id = freeId(words, ids);
  ids.add(id);
  const after = before === null ? [] : [{ step: before.id, type: "FS" as const, lag: "0" }];
  return { ...blankStep(id, words), duration: length, after };
}

/** An id one can read, `train-the-sales-team`; a second one of the same words gets a number. */
function freeId(words: string, taken: ReadonlySet<string>): string {
  const plain = words
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
  const base = plain === "" ? "plan" : plain;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  return id;
}
