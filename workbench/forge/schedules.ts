import { z } from "zod";
import type { Clock } from "../wire/clock";
import type { Invocation } from "./invocations";
import { schedules as limits } from "./limits";
import type { Manifest } from "./manifest";
import type { State } from "./state";

const schedule = z.looseObject({
  key: z.string(),
  function: z.string(),
  interval: z.enum(["fiveMinute", "hour", "day", "week"]),
});

/** Runs each schedule once after installation and then once an interval; a run that throws, or was missed, is not repeated. */
export function createSchedules(
  given: { readonly manifest: Manifest; readonly state: State; readonly clock: Clock; readonly cloudId: string },
  run: (invocation: Invocation) => Promise<unknown>,
): { tick(): Promise<void> } {
  const { manifest, state, clock, cloudId } = given;
  const declared = z.array(schedule).max(limits.most).parse(manifest.modulesOf("scheduledTrigger"));
  const find = state.prepare("SELECT next_at FROM schedule WHERE key = ?");
  const book = state.prepare("INSERT INTO schedule VALUES (?, ?) ON CONFLICT DO UPDATE SET next_at = excluded.next_at");
  let round: Promise<void> | null = null;

  async function runDue(): Promise<void> {
    for (const { key, function: functionKey, interval } of declared) {
      const everyMs = limits.intervalsMs[interval];
      const nextAt = Number(find.get(key)?.["next_at"] ?? clock.now());
      const missed = Math.floor((clock.now() - nextAt) / everyMs) + 1;
      if (missed <= 0) continue;
      book.run(key, nextAt + missed * everyMs);
      const payload = { context: { cloudId, moduleKey: key }, contextToken: "" };
      await run({ functionKey, moduleKey: key, moduleType: "scheduledTrigger", payload, accountId: null });
    }
  }

  return {
    async tick() {
      round ??= runDue().finally(() => (round = null));
      await round;
    },
  };
}
