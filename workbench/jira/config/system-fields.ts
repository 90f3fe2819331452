import type { Field, FieldSchema } from "../config-records";

type Row = readonly [id: string, name: string, type: string, clauses: readonly string[], items?: string];

/** Fields every site has. The first group can be put on screens. */
const onScreens: readonly Row[] = [
  ["summary", "Summary", "string", ["summary"]],
  ["issuetype", "Work type", "issuetype", ["issuetype", "type", "worktype"]],
  ["project", "Space", "project", ["project", "space"]],
  ["parent", "Parent", "issuelink", ["parent"]],
  ["description", "Description", "string", ["description"]],
  ["environment", "Environment", "string", ["environment"]],
  ["priority", "Priority", "priority", ["priority"]],
  ["assignee", "Assignee", "user", ["assignee"]],
  ["reporter", "Reporter", "user", ["reporter"]],
  ["labels", "Labels", "array", ["labels"], "string"],
  ["duedate", "Due date", "date", ["due", "duedate"]],
  ["components", "Components", "array", ["component"], "component"],
  ["fixVersions", "Fix versions", "array", ["fixVersion"], "version"],
  ["versions", "Affects versions", "array", ["affectedVersion"], "version"],
  ["resolution", "Resolution", "resolution", ["resolution"]],
  ["security", "Security Level", "securitylevel", ["level"]],
  ["issuelinks", "Linked work items", "array", [], "issuelinks"],
];
const shownOnly: readonly Row[] = [
  ["status", "Status", "status", ["status"]],
  ["statusCategory", "Status Category", "statusCategory", ["statusCategory"]],
  ["creator", "Creator", "user", ["creator"]],
  ["created", "Created", "datetime", ["created", "createdDate"]],
  ["updated", "Updated", "datetime", ["updated", "updatedDate"]],
  ["resolutiondate", "Resolved", "datetime", ["resolutiondate", "resolved"]],
  ["comment", "Comment", "comments-page", ["comment"]],
  ["watches", "Watchers", "watches", ["watchers"]],
  ["subtasks", "Sub-tasks", "array", ["subtasks"], "issuelinks"],
  ["worklog", "Log Work", "array", [], "worklog"],
];

const made = (rows: readonly Row[], orderable: "on screens" | "shown only"): readonly Field[] =>
  rows.map(([id, name, type, clauseNames, items]) => {
    const schema: FieldSchema = { type, ...(items === undefined ? {} : { items }), system: id };
    const base = { id, key: id, name, description: "", custom: false, schema, clauseNames, searcherKey: null };
    const flags = { navigable: true, searchable: clauseNames.length > 0, locked: true, trashed: false };
    return { ...base, ...flags, orderable: orderable === "on screens", app: null, scopeProjectId: null };
  });

export const systemFields: readonly Field[] = [...made(onScreens, "on screens"), ...made(shownOnly, "shown only")];

/** What a new screen of a space holds. */
export const usualScreenFields: readonly string[] = onScreens
  .map(([id]) => id)
  .filter((id) => !["project", "resolution", "environment"].includes(id));
