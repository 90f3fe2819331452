import { z } from "zod";
import { Problem } from "../problem";
import { renderStatus } from "../refs";
import type { Transition, Workflow } from "../config-records";
import type { Issue } from "../records";
import { listOf, noContent, ok, readBody, route, type Call, type Route } from "../router";
import { isOffered, refusals, writtenBy } from "../workflow-rules";
import { changedFields, editBody, runUpdates, type Edit } from "./edit-issue";
import { fieldsOnScreen, kindOf, textIn, type Kind } from "./fields-of";
import { issueOf, may } from "./find-issue";
import { fieldMeta } from "./meta";
import { writeIssue } from "./write-issue";

const path = "/rest/api/3/issue/{issueIdOrKey}/transitions";
const id = z.union([z.string(), z.number()]).transform(String);
const sent = editBody.extend({ transition: z.looseObject({ id }).optional() });

export const transitionRoutes: readonly Route[] = [
  route("GET", path, {
    scopes: ["read:jira-work"],
    handler(call) {
      const only = call.query.get("transitionId");
      const offered = offeredTransitions(call, issueOf(call));
      return ok({ expand: "transitions", transitions: offered.filter(({ id: own }) => only === null || only === own) });
    },
  }),
  route("POST", path, {
    scopes: ["write:jira-work"],
    async handler(call) {
      const { transition, ...edit } = readBody(sent, call);
      if (transition === undefined) throw new Problem(400, ["Missing 'transition' identifier"]);
      await move(call, issueOf(call), { ...edit, transitionId: transition.id });
      return noContent;
    },
  }),
];

/** Moves a work item through a transition it offers, with what its screen asks for. */
export async function move(call: Call, issue: Issue, asked: Edit & { transitionId: string }): Promise<Issue> {
  const transition = offers(call, issue).find(({ id: own }) => own === asked.transitionId);
  if (transition === undefined)
    throw new Problem(400, [`Transition id '${asked.transitionId}' is not valid for this issue.`]);
  const kind = kindOf(call.site, issue);
  const screen = transition.screenId === null ? [] : fieldsOnScreen(call.site, transition.screenId, kind);
  const fields = changedFields(call, asked, { kind, issue, settable: screen });
  const edited = { ...issue, fields: { ...issue.fields, ...fields, ...writtenBy(transition) } };
  const moved = arrived(call, edited, transition);
  const said = await refusals(call.site, call.caller, { issue: edited, original: issue, transition });
  if (said.length > 0) throw new Problem(400, said);
  const written = writeIssue(call, issue, { fields: moved.fields });
  runUpdates(call, written, asked);
  return written;
}

/** The transition that makes a work item of this kind. */
export function initialTransition(call: Call, kind: Kind): Transition {
  const initial = workflowOf(call, kind)?.transitions.find(({ type }) => type === "INITIAL");
  if (initial === undefined) throw new Problem(422, ["The workflow of this work type has no initial transition."]);
  return initial;
}

export function arrived({ site: { clock } }: Call, issue: Issue, { toStatusId }: Transition): Issue {
  const isResolved = textIn(issue, "resolution") !== null;
  const resolutiondate = isResolved ? (issue.fields["resolutiondate"] ?? clock.now()) : null;
  return { ...issue, fields: { ...issue.fields, status: toStatusId, resolutiondate } };
}

export function offeredTransitions(call: Call, issue: Issue): readonly { readonly id: string }[] {
  const kind = kindOf(call.site, issue);
  const withFields = listOf(call.query, "expand").includes("transitions.fields");
  return offers(call, issue).map((transition) => {
    const { id: own, name, toStatusId, screenId, type, conditions } = transition;
    const to = call.site.store.collection("status").get(toStatusId);
    const screen = screenId === null ? [] : fieldsOnScreen(call.site, screenId, kind);
    const fields = Object.fromEntries(screen.map((field) => [field.id, fieldMeta(call, field, kind)]));
    return {
      id: own,
      name,
      to: to === null ? null : renderStatus(call.site, to),
      hasScreen: screenId !== null,
      isGlobal: type === "GLOBAL",
      isInitial: false,
      isAvailable: true,
      isConditional: conditions !== null,
      ...(withFields ? { fields } : {}),
      looped: toStatusId === issue.fields["status"],
    };
  });
}

export function offers(call: Call, issue: Issue): readonly Transition[] {
  if (!may(call, issue, "TRANSITION_ISSUES")) return [];
  const status = textIn(issue, "status") ?? "";
  const transitions = workflowOf(call, kindOf(call.site, issue))?.transitions ?? [];
  const leading = transitions.filter(
    ({ type, fromStatusIds }) => type === "GLOBAL" || (type === "DIRECTED" && fromStatusIds.includes(status)),
  );
  return leading.filter((transition) => isOffered(call.site, call.caller, { issue, original: issue, transition }));
}

function workflowOf({ site: { store } }: Call, { project, typeId }: Kind): Workflow | null {
  const scheme = store.collection("workflowScheme").get(project.workflowSchemeId);
  return store.collection("workflow").get(scheme?.workflowIds[typeId] ?? scheme?.defaultWorkflowId ?? "");
}
