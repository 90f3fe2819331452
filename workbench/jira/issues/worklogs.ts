import { z } from "zod";
import { Problem } from "../problem";
import { userRef } from "../refs";
import type { Issue, Worklog } from "../records";
import { created as made, noContent, ok, pageOf, readBody, route, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";
import { shownText } from "./adf";
import { issueOf, must } from "./find-issue";
import { richBody } from "./read-value";
import { touch } from "./write-issue";

const [reads, writes] = [["read:jira-work"], ["write:jira-work"]];
const path = "/rest/api/3/issue/{issueIdOrKey}/worklog";
const secondsIn = new Map([["w", 144_000], ["d", 28_800], ["h", 3_600], ["m", 60]]); // prettier-ignore
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
      const text = comment === null ? null : richBody(comment, call.version);
      const [at, seconds] = [
        started === undefined ? now : Date.parse(started),
        timeSpentSeconds ?? secondsOf(timeSpent ?? ""),
      ];
      const spent = { comment: text, started: at, timeSpentSeconds: seconds, created: now, updated: now };
      const worklog = worklogs.put({ id: worklogs.nextId(), issueId: issue.id, authorId: call.accountId, ...spent });
      touch(call, issue);
      return made(renderWorklog(call, worklog));
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
  const seconds = parts.reduce((sum, [, count, unit = ""]) => sum + Number(count) * (secondsIn.get(unit) ?? 0), 0);
  if (seconds > 0) return seconds;
  throw new Problem(400, [], { timeLogged: "Invalid time duration entered." });
}

function renderWorklog(call: Call, { id, issueId, authorId, timeSpentSeconds, ...worklog }: Worklog): object {
  const [zone, minutes, author] = [zoneOf(call), Math.floor(timeSpentSeconds / 60), userRef(call.site, authorId)];
  const [created, updated] = [stamp(worklog.created, zone), stamp(worklog.updated, zone)];
  const [text, started] = [shownText(worklog.comment, call.version), stamp(worklog.started, zone)];
  const timeSpent = minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
  const self = `${call.site.siteUrl}/rest/api/3/issue/${issueId}/worklog/${id}`;
  const shown = { self, author, updateAuthor: author, created, updated, started, timeSpent, timeSpentSeconds };
  return { ...shown, id, issueId, ...(text === null ? {} : { comment: text }) };
}
