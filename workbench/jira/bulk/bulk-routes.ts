import { z } from "zod";
import { canSee, permittedGlobally } from "../permitted";
import { Problem } from "../problem";
import { deleteIssue } from "../issues/delete-issue";
import { editIssue } from "../issues/edit-issue";
import { findIssue } from "../issues/find-issue";
import { moveIssue } from "../issues/move-issue";
import { move, offers } from "../issues/transitions";
import type { Issue } from "../records";
import { listOf, ok, readBody, route, type Answer, type Call, type Route } from "../router";
import { asEdit, editedFields } from "./edit-fields";
import { finish } from "./tasks";

const writes = ["write:jira-work"];
const selection = z.array(z.string()).min(1);
const sentEdit = z.looseObject({
  selectedActions: z.array(z.string()).min(1).max(200),
  selectedIssueIdsOrKeys: selection,
  editedFieldsInput: editedFields,
});
const sentTransitions = z.looseObject({
  bulkTransitionInputs: z.array(z.object({ selectedIssueIdsOrKeys: selection, transitionId: z.string() })).min(1),
});
const sentMove = z.looseObject({
  targetToSourcesMapping: z.record(z.string(), z.looseObject({ issueIdsOrKeys: selection })),
});

export const bulkRoutes: readonly Route[] = [
  route("POST", "/rest/api/3/bulk/issues/fields", {
    scopes: writes,
    handler(call) {
      const { selectedActions, selectedIssueIdsOrKeys, editedFieldsInput } = readBody(sentEdit, call);
      const edit = asEdit(editedFieldsInput, selectedActions);
      return run(call, "Bulk edit", { asked: selectedIssueIdsOrKeys, step: (issue) => editIssue(call, issue, edit) });
    },
  }),
  route("POST", "/rest/api/3/bulk/issues/transition", {
    scopes: writes,
    handler(call) {
      const inputs = readBody(sentTransitions, call).bulkTransitionInputs;
      const transitions = new Map(
        inputs.flatMap(({ selectedIssueIdsOrKeys, transitionId }) =>
          selectedIssueIdsOrKeys.map((idOrKey) => [findIssue(call.site, idOrKey)?.id, transitionId] as const),
        ),
      );
      return run(call, "Bulk transition", {
        asked: inputs.flatMap(({ selectedIssueIdsOrKeys }) => selectedIssueIdsOrKeys),
        step: (issue) => move(call, issue, { transitionId: transitions.get(issue.id) ?? "" }),
      });
    },
  }),
  route("GET", "/rest/api/3/bulk/issues/transition", {
    scopes: ["read:jira-work"],
    handler(call) {
      const asked = listOf(call.query, "issueIdsOrKeys").flatMap((idOrKey) => seen(call, idOrKey) ?? []);
      const availableTransitions = asked.map((issue) => ({
        issues: [issue.key],
        isTransitionsFiltered: false,
        transitions: offers(call, issue).map(({ id, name, toStatusId }) => {
          const to = call.site.store.collection("status").get(toStatusId);
          const { name: statusName = "" } = to ?? {};
          return { transitionId: Number(id), transitionName: name, to: { statusId: Number(toStatusId), statusName } };
        }),
      }));
      return ok({ availableTransitions });
    },
  }),
  route("POST", "/rest/api/3/bulk/issues/delete", {
    scopes: writes,
    handler(call) {
      const asked = readBody(z.looseObject({ selectedIssueIdsOrKeys: selection }), call).selectedIssueIdsOrKeys;
      return run(call, "Bulk delete", { asked, step: (issue) => deleteIssue(call, issue) });
    },
  }),
  route("POST", "/rest/api/3/bulk/issues/move", {
    scopes: writes,
    handler(call) {
      const targets = Object.entries(readBody(sentMove, call).targetToSourcesMapping);
      const targetOf = new Map(
        targets.flatMap(([target, { issueIdsOrKeys }]) =>
          issueIdsOrKeys.map((idOrKey) => [findIssue(call.site, idOrKey)?.id, target] as const),
        ),
      );
      return run(call, "Bulk move", {
        asked: targets.flatMap(([, { issueIdsOrKeys }]) => issueIdsOrKeys),
        step: (issue) => moveIssue(call, issue, targetOf.get(issue.id) ?? ""),
      });
    },
  }),
];

interface Job {
  readonly asked: readonly string[];
  readonly step: (issue: Issue) => unknown;
}

/** Each work item succeeds or fails by itself; the outcome waits under `bulk/queue`. */
async function run(call: Call, description: string, { asked, step }: Job): Promise<Answer> {
  if (!permittedGlobally(call.site, call.caller, "BULK_CHANGE"))
    throw refused(403, "You do not have the global Bulk change permission.");
  if (asked.length > 1000) throw refused(400, "The number of issues exceeds the limit of 1000.");
  const processedIssueIds: string[] = [];
  const failed: Record<string, string[]> = {};
  for (const idOrKey of new Set(asked)) {
    const issue = seen(call, idOrKey);
    try {
      if (issue === null) throw new Problem(404, ["The issue does not exist or you cannot see it."]);
      await step(issue);
      call.site.store.commit();
      processedIssueIds.push(issue.id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      call.site.store.rollback();
      failed[issue?.id ?? idOrKey] = error.texts;
    }
  }
  const task = finish(call, { kind: "bulk", description, processedIssueIds, failed });
  return { status: 201, body: { taskId: task.id }, points: asked.length };
}

function seen({ site, caller }: Call, idOrKey: string): Issue | null {
  const issue = findIssue(site, idOrKey);
  return issue !== null && canSee(site, caller, issue) ? issue : null;
}

function refused(status: number, message: string): Problem {
  return new Problem(status, [message]);
}
