import type { GadgetView } from "#contract/gadget";

const height = 40;
const step = 12;

/** Room for so many weeks at least, so that a bar of few weeks is no slab. */
const leastWeeks = 8;

/** Tickets a person, a bar a week; hollow while tickets may still come in. */
export function WeekBars({ weeks }: Pick<GadgetView, "weeks">) {
  const most = Math.max(...weeks.map(({ ratio }) => ratio ?? 0));
  if (weeks.length < 2 || most === 0) return null;
  return (
    <svg
      className="week-bars"
      viewBox={`0 0 ${String(Math.max(leastWeeks, weeks.length) * step)} ${String(height + 1)}`}
      preserveAspectRatio="none"
      role="img"
    >
      <title>{weeks.map(sayWeek).join(", ")}</title>
      {weeks.map(({ week, ratio, provisional }, at) => {
        const tall = ((ratio ?? 0) / most) * (height - 2);
        return (
          <rect
            key={week}
            className={provisional ? "week-bar week-bar-open" : "week-bar"}
            x={at * step + 2}
            y={height - tall}
            width={step - 4}
            height={tall}
          />
        );
      })}
    </svg>
  );
}

function sayWeek({ week, ratio, provisional }: GadgetView["weeks"][number]): string {
  return `${week}: ${ratio === null ? "undefined" : ratio.toFixed(2)}${provisional ? ", provisional" : ""}`;
}
