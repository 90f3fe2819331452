import { useRef, useState } from "react";
import { z } from "zod";
import { call, read } from "../call";
import { ModuleFrame } from "../frame/frame";
import { FormDialog } from "../parts/dialog";
import { attempt } from "../parts/flags";
import { Press, Pick } from "../parts/press";
import { Ready } from "../parts/standing";
import { workflows } from "../shapes";
import type { Rule, Transition, Workflows } from "../shapes";
import { optionOf, titleOf, useModules, useSite } from "../site";
import { useLoad } from "../use-load";
import { extensionKey } from "./gadget";

type Workflow = Workflows["values"][number];
const ruleKey = "forge:expression-validator";
const type = "jira:workflowValidator";

export function WorkflowsView() {
  const loaded = useLoad("workflows", () =>
    read(workflows, "/rest/api/3/workflows/search?expand=values.transitions&maxResults=200"),
  );
  return (
    <>
      <h1>Workflows</h1>
      <Ready of={loaded}>
        {({ values, statuses }) =>
          values.map((workflow) => (
            <WorkflowView key={workflow.id} workflow={workflow} statuses={statuses} onSaved={loaded.reload} />
          ))
        }
      </Ready>
    </>
  );
}

interface Props {
  readonly workflow: Workflow;
  readonly statuses: Workflows["statuses"];
  readonly onSaved: () => void;
}

function WorkflowView({ workflow, statuses, onSaved }: Props) {
  const save = async (transition: Transition, validators: readonly Rule[]) => {
    const transitions = workflow.transitions.map((each) =>
      each.id === transition.id ? { ...each, validators } : each,
    );
    const used = statuses.filter(({ statusReference }) =>
      workflow.statuses.some((own) => own.statusReference === statusReference),
    );
    const { id, version, statuses: layouts } = workflow;
    const filled = layouts.map((layout) => ({ properties: {}, ...layout }));
    await call("POST", "/rest/api/3/workflows/update", {
      statuses: used,
      workflows: [{ id, version, statuses: filled, transitions }],
    });
    onSaved();
  };
  const nameOf = (reference: string | null | undefined) =>
    statuses.find(({ statusReference }) => statusReference === reference)?.name ?? "any status";
  return (
    <details className="workflow" open>
      <summary>{workflow.name}</summary>
      <ul className="rows">
        {workflow.transitions.map((transition) => (
          <li key={transition.id}>
            <strong>{transition.name}</strong> <span className="faint">→ {nameOf(transition.toStatusReference)}</span>
            <Rules transition={transition} onSave={(rules) => save(transition, rules)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Editing {
  readonly moduleKey: string;
  /** Null for a rule that is being added. */
  readonly rule: Rule | null;
}

interface RulesProps {
  readonly transition: Transition;
  readonly onSave: (rules: readonly Rule[]) => Promise<void>;
}

function Rules({ transition, onSave }: RulesProps) {
  const site = useSite();
  const known = useModules(type);
  const [editing, setEditing] = useState<Editing | null>(null);
  const rules = transition.validators;
  const moduleOf = (rule: Rule) => known.find(({ key }) => rule.parameters["key"] === extensionKey(site, key));
  const save = ({ moduleKey, rule }: Editing, config: string) => {
    const parameters = { ...rule?.parameters, key: extensionKey(site, moduleKey), config };
    const changed = rule === null ? { ruleKey, parameters } : { ...rule, parameters };
    return onSave(rule === null ? [...rules, changed] : rules.map((each) => (each === rule ? changed : each)));
  };
  const add = (moduleKey: string) => {
    const module = known.find(({ key }) => key === moduleKey);
    if (module?.["create"] === undefined) attempt(() => save({ moduleKey, rule: null }, ""));
    else setEditing({ moduleKey, rule: null });
  };
  const remove = (rule: Rule) => attempt(() => onSave(rules.filter((each) => each !== rule)));
  return (
    <div className="rules">
      {rules.map((rule, at) => {
        const module = moduleOf(rule);
        return (
          <span key={rule.id ?? at} className="rule">
            {module ? titleOf(module) : rule.ruleKey}
            {module?.edit !== undefined && (
              <Press text="Edit" look="link" onPress={() => setEditing({ moduleKey: module.key, rule })} />
            )}
            <Press text="✕" label="Remove rule" look="quiet" onPress={() => remove(rule)} />
          </span>
        );
      })}
      <Pick
        label={`Add validator to ${transition.name}`}
        menu="Add validator …"
        options={known.map(optionOf)}
        onPick={add}
      />
      {editing !== null && (
        <RuleDialog
          transition={transition}
          editing={editing}
          onSave={(config) => save(editing, config)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

interface DialogProps {
  readonly transition: Transition;
  readonly editing: Editing;
  readonly onSave: (config: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Shows the rule's own page; on saving, Jira asks that page for its configuration. */
function RuleDialog({ transition, editing: { moduleKey, rule }, onSave, onClose }: DialogProps) {
  const configure = useRef<(() => Promise<unknown>) | null>(null);
  const module = useModules(type).find(({ key }) => key === moduleKey);
  const title = module === undefined ? moduleKey : titleOf(module);
  const [extension] = useState({
    type,
    entryPoint: rule === null ? ("create" as const) : ("edit" as const),
    transition: { id: transition.id, name: transition.name },
    ...(rule === null ? {} : { validatorConfig: rule.parameters["config"] ?? "" }),
    location: window.location.href,
  });
  const save = async () => {
    if (configure.current === null)
      throw new Error("The rule's page has not said yet how it is configured. Wait for it to load.");
    await onSave(z.string().parse(await configure.current()));
  };
  return (
    <FormDialog title={title} action="Save" onSubmit={save} onClose={onClose}>
      <ModuleFrame
        moduleKey={moduleKey}
        title={title}
        extension={extension}
        view={extension.entryPoint}
        onConfigure={(found) => void (configure.current = found)}
      />
    </FormDialog>
  );
}
