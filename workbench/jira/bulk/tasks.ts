import { Problem } from "../problem";
import { userRef } from "../refs";
import type { Task } from "../records";
import { ok, route, type Call, type Route } from "../router";
import { stamp, zoneOf } from "../stamp";

const scopes = ["read:jira-work"];

export const taskRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/bulk/queue/{taskId}", {
    scopes,
    handler: (call) => ok(progress(call, taskOf(call, "bulk"))),
  }),
  route("GET", "/rest/api/3/task/{taskId}", {
    scopes,
    handler(call) {
      const { id, description, status, submitted, result } = taskOf(call, "task");
      const times = { submitted, started: submitted, finished: submitted, lastUpdate: submitted, elapsedRuntime: 0 };
      const self = `${call.site.siteUrl}/rest/api/3/task/${id}`;
      return ok({ self, id, description, status, result, submittedBy: 10_000, progress: 100, ...times });
    },
  }),
];

/** Jobs run at once here; a client still has to ask for their outcome, as on a real site. */
export function finish(call: Call, done: Pick<Task, "kind" | "description" | "processedIssueIds" | "failed">): Task {
  const tasks = call.site.store.collection("task");
  const hasFailed = Object.keys(done.failed).length > 0 && done.processedIssueIds.length === 0;
  const result = `${done.processedIssueIds.length} work items processed.`;
  const when = { submittedBy: call.accountId, submitted: call.site.clock.now() };
  return tasks.put({ id: tasks.nextId(), ...done, ...when, status: hasFailed ? "FAILED" : "COMPLETE", result });
}

function taskOf({ site, params, accountId }: Call, kind: Task["kind"]): Task {
  const task = site.store.collection("task").get(params["taskId"] ?? "");
  if (task?.kind === kind && task.submittedBy === accountId) return task;
  throw new Problem(kind === "bulk" ? 400 : 404, ["The task was not found."]);
}

function progress(call: Call, task: Task): object {
  const { site } = call;
  const failed = Object.entries(task.failed);
  const at = stamp(task.submitted, zoneOf(call));
  const seen = failed.filter(([id]) => site.store.collection("issue").get(id) !== null);
  const processed = task.processedIssueIds.map(Number);
  const counts = {
    totalIssueCount: processed.length + failed.length,
    processedAccessibleIssues: processed,
    failedAccessibleIssues: Object.fromEntries(seen),
    invalidOrInaccessibleIssueCount: failed.length - seen.length,
  };
  const state = { taskId: task.id, status: task.status, progressPercent: 100 };
  return { ...state, submittedBy: userRef(site, task.submittedBy), created: at, started: at, updated: at, ...counts };
}
