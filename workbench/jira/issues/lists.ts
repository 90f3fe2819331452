import { Problem } from "../problem";
import { renderPriority, renderResolution } from "../refs";
import { ok, pageOf, route, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";
import { listIn } from "./fields-of";

const scopes = ["read:jira-work"];

/** What a client reads to offer choices, and the site's own description. */
export const listRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/serverInfo", { scopes: [], handler: (call) => ok(serverInfo(call)) }),
  route("GET", "/rest/api/3/priority", {
    scopes,
    handler: ({ site }) =>
      ok(
        site.store
          .collection("priority")
          .all()
          .map((each) => renderPriority(site, each)),
      ),
  }),
  route("GET", "/rest/api/3/priority/search", {
    scopes: [],
    handler({ site, query }) {
      const page = pageOf(site.store.collection("priority").all(), query);
      const values = page.values.map((each) => ({ ...renderPriority(site, each), isDefault: each.isDefault }));
      return ok({ ...page, values });
    },
  }),
  route("GET", "/rest/api/3/priority/{id}", {
    scopes,
    handler(call) {
      const priority = call.site.store.collection("priority").get(call.params["id"] ?? "");
      if (priority === null) throw new Problem(404, ["The priority does not exist."]);
      return ok(renderPriority(call.site, priority));
    },
  }),
  route("GET", "/rest/api/3/resolution", {
    scopes,
    handler: ({ site }) =>
      ok(
        site.store
          .collection("resolution")
          .all()
          .map((each) => renderResolution(site, each)),
      ),
  }),
  route("GET", "/rest/api/3/resolution/search", {
    scopes,
    handler({ site, query }) {
      const page = pageOf(site.store.collection("resolution").all(), query);
      const values = page.values.map((each) => ({ ...renderResolution(site, each), default: each.isDefault }));
      return ok({ ...page, values });
    },
  }),
  route("GET", "/rest/api/3/label", {
    scopes,
    handler({ site, query }) {
      const used = site.store
        .collection("issue")
        .all()
        .flatMap((issue) => listIn(issue, "labels").map(String));
      return ok(pageOf([...new Set(used)].toSorted(), query, 1000));
    },
  }),
];

function serverInfo(call: Call): object {
  const { siteUrl: baseUrl, clock } = call.site;
  const build = {
    version: "1001.0.0-SNAPSHOT",
    versionNumbers: [1001, 0, 0],
    deploymentType: "Cloud",
    buildNumber: 100_300,
  };
  const times = { buildDate: stamp(Date.UTC(2026, 8, 1), "UTC"), serverTime: stamp(clock.now(), zoneOf(call)) };
  const names = { serverTimeZone: zoneOf(call), scmInfo: "embedded", serverTitle: "Jira" };
  return { baseUrl, displayUrl: baseUrl, ...build, ...times, ...names };
}
