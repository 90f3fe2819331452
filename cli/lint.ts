import type { Finding } from "#domain/plan/finding";
import { lintAll } from "#domain/plan/lint";
import type { Answer, Asked } from "./command";
import { only } from "./command";
import { planFrom, sayNote } from "./plan-source";

/** `lint FILE`: done when no error is left; warnings and hints do not fail a build. */
export async function lintFile({ words, values }: Asked): Promise<Answer> {
  const { plan, notes } = await planFrom(only(words), values);
  const { open, accepted } = lintAll(plan);
  const count = (level: Finding["level"]) => open.filter((finding) => finding.level === level).length;
  const summary = `${count("error")} errors, ${count("warning")} warnings, ${count("hint")} hints, ${accepted.length} accepted`;
  return {
    json: { findings: open, accepted },
    text: [...open.map(say), summary].join("\n"),
    notes: notes.map(sayNote),
    exit: count("error") > 0 ? 1 : 0,
  };
}

function say({ level, rule, message, mend }: Finding): string {
  return `${level.padEnd(7)} ${message} ${mend} [${rule}]`;
}
