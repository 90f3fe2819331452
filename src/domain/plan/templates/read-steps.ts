import { blankStep } from "../blank";
import type { Comparison, Criterion, Dependency, Step } from "../plan";
import { sides, stepKinds, streams } from "../step-kinds";

/**
 * The steps of a template as people would write them down, with a blank line between two:
 *
 *     connect: Connect mail to the sandbox through its API
 *     Send 100 test orders and compare both ends.
 *     by Technical lead; takes 10d; after configure SS+2d; from -40d; stream technical; kind integration
 *     until -48d: test orders equal at both ends >= 100 %
 *
 * Days count from go-live. It reads the templates of this folder, which a test reads all, and no text of anybody else's.
 */
export function readSteps(text: string): readonly Step[] {
  return text.split("\n\n").map(readStep);
}

function readStep(block: string): Step {
  const [head = "", description = "", attributes = "", until = ""] = block.split("\n");
  const [, id = "", title = ""] = /^([\w-]+): (.*)$/.exec(head) ?? [];
  const said = new Map(attributes.split("; ").map((words) => [words.split(" ")[0] ?? "", words.replace(/^\S+ /, "")]));
  const list = (name: string) => said.get(name)?.split(", ") ?? [];
  const from = said.get("from");
  return {
    ...blankStep(id, title),
    description,
    owner: said.get("by") ?? null,
    duration: said.get("takes") ?? null,
    calendar: said.get("calendar") ?? null,
    after: list("after").map(link),
    anchor: from === undefined ? null : { anchor: "golive", offset: from },
    stream: streams.find((stream) => stream === said.get("stream")) ?? null,
    kind: stepKinds.find((kind) => kind === said.get("kind")) ?? null,
    side: sides.find((side) => side === said.get("side")) ?? null,
    needs: list("needs"),
    departments: list("in"),
    success: [criterion(until)],
  };
}

function link(words: string): Dependency {
  const [step = "", kind = "FS"] = words.split(" ");
  const type = (["SS", "FF", "SF"] as const).find((each) => kind.startsWith(each)) ?? "FS";
  return { step, type, lag: kind.slice(3) || "0" };
}

const comparisons: readonly Comparison[] = [">", ">=", "<", "<=", "="];

function criterion(words: string): Criterion {
  const [, offset = "0", measure = "", said = "", value = "", unit = ""] =
    /^until (\S+): (.+) (>=|<=|=|>|<) ([\d.]+) ?(.*)$/.exec(words) ?? [];
  const op = comparisons.find((each) => each === said) ?? ">=";
  return { measure, op, value: Number(value), unit, by: { anchor: "golive", offset }, from: null, holds: "by" };
}
