import { z } from "zod";
import { Problem } from "../problem";
import { userRef } from "../refs";
import type { Issue, Worklog } from "../records";
import { created, noContent, ok, pageOf, readBody, route, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";
import { shownText } from "./adf";
import { issueOf, must } from "./find-issue";
import { richBody } from "./read-value";
import { touch } from "./write-issue";

const [reads, writes] = [["read:jira-work"], ["write:jira-work"]];
const path = "/rest/api/3/issue/{issueIdOrKey}/worklog";
const secondsIn = { w: 144_000, d: 28_800, h: 3_600, m: 60 } as const;
const sent = z.looseObject({
  comment: z.unknown().optional(),
  started: z.string().optional(),
  timeSpent: z.string().optional(),
  timeSpentSeconds: z.number().optional(),
});

export const worklogRoutes: readonly Route[] = [
  route("GET", path, {
    scopes: reads,
    handler(call) {
      const { isLast: _, values, ...page } = pageOf(worklogsOf(call, issueOf(call)), call.query, 5000);
      return ok({ ...page, worklogs: values.map((worklog) => renderWorklog(call, worklog)) });
    },
  }),
  route("POST", path, {
    scopes: writes,
    handler(call) {
      const issue = issueOf(call);
      must(call, issue, "WORK_ON_ISSUES");
      const now = call.site.clock.now();
      const { comment = null, started, timeSpent, timeSpentSeconds } = readBody(sent, call);
      const worklogs = call.site.store.collection("worklog");
      const worklog = worklogs.put({
        id: worklogs.nextId(),
        issueId: issue.id,
        authorId: call.accountId,
        created: now,
        updated: now,
        comment: comment === null ? null : richBody(comment, call.version),
        started: started === undefined ? now : Date.parse(started),
        timeSpentSeconds: timeSpentSeconds ?? secondsOf(timeSpent ?? ""),
      });
      touch(call, issue);
      return created(renderWorklog(call, worklog));
    },
  }),
  route("GET", `${path}/{id}`, { scopes: reads, handler: (call) => ok(renderWorklog(call, worklogOf(call))) }),
  route("DELETE", `${path}/{id}`, {
    scopes: writes,
    handler(call) {
      must(call, issueOf(call), "DELETE_OWN_WORKLOGS");
      call.site.store.collection("worklog").delete(worklogOf(call).id);
      touch(call, issueOf(call));
      return noContent;
    },
  }),
];

export function worklogPage(call: Call, issue: Issue): object {
  const worklogs = worklogsOf(call, issue).map((worklog) => renderWorklog(call, worklog));
  return { startAt: 0, maxResults: 20, total: worklogs.length, worklogs: worklogs.slice(0, 20) };
}

function worklogsOf({ site }: Call, issue: Issue): readonly Worklog[] {
  return site.store.collection("worklog").where("issueId", issue.id);
}

function worklogOf(call: Call): Worklog {
  const issue = issueOf(call);
  const worklog = call.site.store.collection("worklog").get(call.params["id"] ?? "");
  if (worklog?.issueId === issue.id) return worklog;
  throw new Problem(404, [`Cannot find worklog with id: '${call.params["id"] ?? ""}'.`]);
}

/** `1w 2d 3h 4m`, with Jira's default of five days of eight hours. */
function secondsOf(timeSpent: string): number {
  const parts = [...timeSpent.matchAll(/(\d+)\s*([wdhm])/g)];
  const seconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * unitSeconds(unit), 0);
  if (seconds > 0) return seconds;
  throw new Problem(400, [], { timeLogged: "Invalid time duration entered." });
}

function unitSeconds(unit: string | undefined): number {
  return unit === "w" || unit === "d" || unit === "h" ? secondsIn[unit] : secondsIn.m;
}

function renderWorklog(call: Call, worklog: Worklog): object {
  const { id, issueId, timeSpentSeconds } = worklog;
  const [zone, minutes] = [zoneOf(call), Math.floor(timeSpentSeconds / 60)];
  const comment = shownText(worklog.comment, call.version);
  return {
    self: `${call.site.siteUrl}/rest/api/3/issue/${issueId}/worklog/${id}`,
    author: userRef(call.site, worklog.authorId),
    updateAuthor: userRef(call.site, worklog.authorId),
    ...(comment === null ? {} : { comment }),
    created: stamp(worklog.created, zone),
    updated: stamp(worklog.updated, zone),
    started: stamp(worklog.started, zone),
    timeSpent: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`,
    timeSpentSeconds,
    id,
    issueId,
  };
}
