import type { RollbackView } from "#contract/rollbacks";
import { sayDay } from "../parts/day";
import { sayLength } from "./clock-words";
import { useNow } from "./use-now";

interface Props {
  readonly rollback: Pick<RollbackView, "minutesToRollBack" | "pointOfNoReturn" | "wayBack">;
  readonly now: number;
}

/** After this nobody counts any more. */
const weekMs = 7 * 86_400_000;

/** The one thing to know under stress: how long is left to decide. */
export function Countdown({ rollback, now: answered }: Props) {
  const { minutesToRollBack: minutes, pointOfNoReturn, wayBack } = rollback;
  const now = useNow(answered, 1000);
  const takes =
    minutes === null ? "Nobody has said how long it takes." : `Rolling back takes ${sayLength(minutes * 60_000)}.`;
  if (pointOfNoReturn === null || wayBack.kind === "unknown") {
    return (
      <div className="countdown">
        <p className="countdown-line">No point of no return is known</p>
        <p className="subtle">{takes} It is worked out from the runbook and the day of go-live.</p>
      </div>
    );
  }
  const left = Date.parse(pointOfNoReturn) - now;
  if (left < -weekMs) {
    const window = Date.parse(pointOfNoReturn) + (minutes ?? 0) * 60_000;
    return (
      <p className="subtle">
        The window ended on {sayDay(new Date(window).toISOString().slice(0, 10))}. {takes}
      </p>
    );
  }
  const isOver = left < 0;
  return (
    <div className={isOver ? "countdown countdown-over" : "countdown"} role="timer" aria-live="off">
      <p className="countdown-line">
        {isOver ? `Too late since ${sayLength(left)}` : `${sayLength(left)} left to begin`}
      </p>
      <p className="subtle">
        {takes} Point of no return: {sayDay(pointOfNoReturn)}.
        {isOver ? " Begun now, it would end after people are back at work." : ""}
      </p>
    </div>
  );
}
