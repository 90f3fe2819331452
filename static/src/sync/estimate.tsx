import type { EstimateView } from "#contract/sync";
import { sayDuration } from "../parts/day";
import { count } from "../parts/share";

/** Nothing is sent before it is known what it costs: Jira's allowance is shared by everybody on the site. */
export function Estimate({ estimate }: { readonly estimate: EstimateView }) {
  const { left, perHour } = estimate.allowance;
  const isMore = estimate.points > left;
  return (
    <>
      <p className="subtle">
        Nothing has been written yet. {sayCost(estimate)}{" "}
        <span className="faint">
          Items are matched by identity, never by title, so applying twice makes no duplicates.
        </span>
      </p>
      {isMore ? (
        <p className="missing">
          {left.toLocaleString("en")} of this hour's {perHour.toLocaleString("en")} points are left: the run waits for
          the next hour by itself and then goes on.
        </p>
      ) : null}
    </>
  );
}

function sayCost({ requests, points, seconds, minutes }: EstimateView): string {
  if (requests === 0) return "Applying sends nothing to Jira.";
  const time = sayDuration(Math.max(seconds, minutes >= 2 ? minutes * 60 : 0));
  return `Applying takes about ${time} and ${count(points, "point")} of Jira's hourly allowance, in ${count(requests, "request")}.`;
}
