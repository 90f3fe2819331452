import { call, read } from "../call";
import { ModuleFrame } from "../frame/frame";
import { openModal } from "../frame/modals";
import { Adf } from "../parts/adf";
import { FieldEditor, kindOf, wordsOf } from "../parts/field-editor";
import { attempt } from "../parts/flags";
import { Pick } from "../parts/press";
import type { Option } from "../parts/press";
import { Ready, StatusMark } from "../parts/standing";
import { paths } from "../router";
import { editMeta, item, transitions, user } from "../shapes";
import type { EditMeta, Item, User } from "../shapes";
import { titleOf, useModules } from "../site";
import { useLive } from "../use-load";
import { Activity } from "./activity";
import { ItemLinks } from "./item-links";

interface Shown {
  readonly item: Item;
  readonly moves: ReturnType<typeof transitions.parse>["transitions"];
  readonly meta: EditMeta;
  readonly people: readonly User[];
}

async function loadItem(key: string): Promise<Shown> {
  const at = `/rest/api/3/issue/${key}`;
  const [found, { transitions: moves }, meta, people] = await Promise.all([
    read(item, `${at}?expand=names,changelog`),
    read(transitions, `${at}/transitions`),
    read(editMeta, `${at}/editmeta`),
    read(user.array(), `/rest/api/3/user/assignable/search?issueKey=${key}`).catch(() => []),
  ]);
  return { item: found, moves, meta: meta.fields, people };
}

export function ItemPage({ itemKey }: { readonly itemKey: string }) {
  const loaded = useLive(`item ${itemKey}`, () => loadItem(itemKey));
  return (
    <main id="main" className="page">
      <Ready of={loaded}>{(shown) => <ItemView shown={shown} reload={loaded.reload} />}</Ready>
    </main>
  );
}

function ItemView({ shown, reload }: { readonly shown: Shown; readonly reload: () => void }) {
  const { item, meta, people } = shown;
  const at = `/rest/api/3/issue/${item.key}`;
  const { project, parent, summary, description, issuelinks } = item.fields;
  const change = (work: () => Promise<unknown>) => attempt(() => work().finally(reload));
  const save = (field: string) => (value: unknown) => change(() => call("PUT", at, { fields: { [field]: value } }));
  return (
    <div className="item">
      <div className="item-main">
        <nav aria-label="Breadcrumbs" className="crumbs">
          <a href={paths.space(project.key, "board")}>{project.name}</a>
          {parent && <a href={paths.item(parent.key)}>{parent.key}</a>}
          <a href={paths.item(item.key)}>{item.key}</a>
        </nav>
        <h1 className="item-summary">
          <FieldEditor
            label="Summary"
            meta={meta["summary"]}
            value={summary}
            people={people}
            onSave={save("summary")}
          />
        </h1>
        <h2>Description</h2>
        <div className="adf">{description ? <Adf of={description} /> : <em>None</em>}</div>
        <Panels item={item} />
        <ItemLinks itemKey={item.key} links={issuelinks} change={change} />
        <Activity item={item} />
      </div>
      <aside className="item-side" aria-label="Details">
        <Actions item={item} />
        <Moves shown={shown} onMove={(id) => change(() => call("POST", `${at}/transitions`, { transition: { id } }))} />
        <dl className="details">
          <dt>Type</dt>
          <dd>{item.fields.issuetype.name}</dd>
          {rows(shown).map(({ field, label, value }) => (
            <div key={field} className="row">
              <dt>{label}</dt>
              <dd>
                <FieldEditor label={label} meta={meta[field]} value={value} people={people} onSave={save(field)} />
              </dd>
            </div>
          ))}
        </dl>
      </aside>
    </div>
  );
}

const first = ["assignee", "reporter", "priority", "labels", "duedate"];
const elsewhere = new Set([
  "summary",
  "description",
  "issuelinks",
  "status",
  "issuetype",
  "project",
  "parent",
  "comment",
  "attachment",
]);

/** What stands in the details: the usual fields first, then all that can be edited here or hold a value. */
function rows({ item, meta }: Shown) {
  const custom = Object.keys(item.fields).filter(
    (field) => field.startsWith("customfield_") && wordsOf(item.fields[field]) !== null,
  );
  const editable = Object.keys(meta).filter((field) => kindOf(meta[field]) !== "none");
  const all = [...new Set([...first, ...editable, ...custom])].filter((field) => !elsewhere.has(field));
  return all.map((field) => {
    const label = meta[field]?.name ?? item.names[field] ?? field;
    return {
      field,
      label: field === "duedate" ? "Due date" : label.charAt(0).toUpperCase() + label.slice(1),
      value: item.fields[field],
    };
  });
}

function Moves({ shown: { item, moves }, onMove }: { readonly shown: Shown; readonly onMove: (id: string) => void }) {
  return (
    <div className="moves">
      <StatusMark status={item.fields.status} />
      <Pick label="Transition" menu="Move to …" options={moves.map(moveOf)} onPick={onMove} />
    </div>
  );
}

const moveOf = ({ id, name, to }: Shown["moves"][number]): Option => [
  id,
  name === to.name ? name : `${name} → ${to.name}`,
];

/** What apps offer to do with the work item, each in a dialog of its own. */
function Actions({ item }: { readonly item: Item }) {
  const modules = useModules("jira:issueAction");
  const options = modules.map((module): Option => [module.key, titleOf(module)]);
  const open = (moduleKey: string) =>
    openModal({
      moduleKey,
      resource: null,
      extension: extensionOf(item, "jira:issueAction"),
      title: options.find(([key]) => key === moduleKey)?.[1] ?? "",
      size: "medium",
      escape: "closes",
      overlay: "closes",
      onClose: () => undefined,
    });
  return options.length === 0 ? null : <Pick label="Actions" menu="Actions" options={options} onPick={open} />;
}

function extensionOf(item: Item, type: string) {
  const { project, issuetype } = item.fields;
  return {
    type,
    issue: { id: item.id, key: item.key, type: issuetype.name, typeId: issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey },
    isNewToIssue: false,
    location: window.location.origin + paths.item(item.key),
  };
}

function Panels({ item }: { readonly item: Item }) {
  const type = "jira:issuePanel";
  const extension = extensionOf(item, type);
  return useModules(type).map((module) => (
    <section key={module.key} className="panel" aria-label={titleOf(module)}>
      <h2>{titleOf(module)}</h2>
      <ModuleFrame moduleKey={module.key} extension={extension} title={titleOf(module)} />
    </section>
  ));
}
