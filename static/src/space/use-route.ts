import { useEffect, useRef, useState } from "react";
import { history } from "../bridge";

export interface Route {
  readonly tab: string;
  readonly plan: string | null;
}

type History = Awaited<ReturnType<typeof history>>;

/** The address of the page inside Jira, so that a reload, a bookmark and the back button keep the place. */
export function useRoute(first: string): readonly [Route, (next: Route) => void] {
  const [route, setRoute] = useState<Route>({ tab: first, plan: null });
  const [trail, setTrail] = useState<History | null>(null);
  const early = useRef<Route | null>(null);
  useEffect(() => {
    let leave = () => {};
    let gone = false;
    const start = (found: History) => {
      if (gone) return;
      setTrail(found);
      // Who was quicker than Jira's answer stays where they went.
      if (early.current === null) setRoute(readRoute(found.location.pathname, first));
      else found.push(writeRoute(early.current));
      // Over the bridge even the way to stop listening arrives later.
      const stop: unknown = found.listen((location) => setRoute(readRoute(location.pathname, first)));
      leave = () =>
        void Promise.resolve(stop).then((end) => (typeof end === "function" ? Reflect.apply(end, null, []) : null));
    };
    // Where Jira offers no address, the tabs still work; they are just not remembered.
    history().then(start, () => {});
    return () => {
      gone = true;
      leave();
    };
  }, [first]);
  const go = (next: Route) => {
    if (trail !== null) return trail.push(writeRoute(next));
    early.current = next;
    setRoute(next);
  };
  return [route, go];
}

export function readRoute(path: string, first: string): Route {
  const [tab, plan] = path.split("/").filter((part) => part !== "");
  return { tab: tab ?? first, plan: plan === undefined ? null : decodeURIComponent(plan) };
}

export function writeRoute(route: Route): string {
  return route.plan === null ? `/${route.tab}` : `/${route.tab}/${encodeURIComponent(route.plan)}`;
}
