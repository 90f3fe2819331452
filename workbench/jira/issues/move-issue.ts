import { permitted } from "../permitted";
import { Problem } from "../problem";
import type { Issue } from "../records";
import type { Call } from "../router";
import { must, projectOf } from "./find-issue";
import { readType } from "./hierarchy";
import { arrived, initialTransition } from "./transitions";
import { writeIssue } from "./write-issue";

/** Moves a work item to `project,type` or `project,type,parent`; it takes a new key and starts the new workflow anew. */
export function moveIssue(call: Call, issue: Issue, target: string): Issue {
  must(call, issue, "MOVE_ISSUES");
  const [projectId = "", typeId = "", parentId] = target.split(",");
  const project = projectOf(call.site, projectId);
  if (project === null || !permitted(call.site, call.caller, { permission: "CREATE_ISSUES", project, issue: null }))
    throw new Problem(400, ["The target project does not exist or you cannot create issues in it."]);
  const kind = { project, typeId: readType(call, project, typeId) };
  const moved = project.id === issue.projectId ? issue : arrived(call, issue, initialTransition(call, kind));
  const fields = parentId === undefined ? moved.fields : { ...moved.fields, parent: parentId };
  if (project.id === issue.projectId) return writeIssue(call, issue, { typeId: kind.typeId, fields });
  const lastIssueNumber = project.lastIssueNumber + 1;
  call.site.store.collection("project").put({ ...project, lastIssueNumber });
  const key = `${project.key}-${lastIssueNumber}`;
  return writeIssue(call, issue, { projectId: project.id, typeId: kind.typeId, key, fields });
}
