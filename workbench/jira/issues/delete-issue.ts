import { Problem } from "../problem";
import type { Issue } from "../records";
import type { Call } from "../router";
import { emitIssueEvent } from "./events";
import { must } from "./find-issue";
import { linksOf } from "./links";
import { subtasks } from "./render-issue";

/** Takes its links, comments and past with it. Jira tells of the work item alone, not of what went with it. */
export function deleteIssue(call: Call, issue: Issue): void {
  must(call, issue, "DELETE_ISSUES");
  const { store } = call.site;
  const children = subtasks(call, issue);
  if (children.length > 0 && call.query.get("deleteSubtasks") !== "true")
    throw new Problem(400, [
      `The issue '${issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
    ]);
  emitIssueEvent(call, issue, { eventType: "avi:jira:deleted:issue" });
  for (const gone of [issue, ...children]) {
    for (const { id } of linksOf(call, gone.id)) store.collection("issueLink").delete(id);
    for (const kind of ["comment", "worklog", "history"] as const)
      for (const { id } of store.collection(kind).where("issueId", gone.id)) store.collection(kind).delete(id);
    store.collection("issue").delete(gone.id);
  }
  for (const { id, fields, ...rest } of store.collection("issue").all())
    if (fields["parent"] === issue.id)
      store.collection("issue").put({ id, ...rest, fields: { ...fields, parent: null } });
}
