import { read } from "../call";
import { ModuleFrame } from "../frame/frame";
import { Empty, Ready } from "../parts/standing";
import { SideNav } from "../parts/side-nav";
import { paths } from "../router";
import { space } from "../shapes";
import type { Space } from "../shapes";
import { titleOf, useModules } from "../site";
import { useLoad } from "../use-load";
import { Board } from "./board";
import { ItemList } from "./items";

interface Props {
  readonly spaceKey: string;
  readonly view: readonly string[];
}

const modulePlaces = { app: "jira:projectPage", settings: "jira:projectSettingsPage" } as const;

export function SpacePage({ spaceKey, view }: Props) {
  const loaded = useLoad(`space ${spaceKey}`, () => read(space, `/rest/api/3/project/${spaceKey}`));
  const pages = useModules(modulePlaces.app);
  const settings = useModules(modulePlaces.settings);
  const [name = "board"] = view;
  const at = (path: string) => paths.space(spaceKey, path);
  const own = [
    { text: "Board", href: at("board") },
    { text: "List", href: at("list") },
    ...pages.map((module) => ({ text: titleOf(module), href: at(`app/${module.key}`) })),
  ];
  const set = [
    { text: "Details", href: at("settings/details") },
    ...settings.map((module) => ({ text: titleOf(module), href: at(`settings/app/${module.key}`) })),
  ];
  return (
    <div className="with-nav">
      <SideNav
        title={loaded.value?.name ?? spaceKey}
        groups={[{ items: own }, { title: "Space settings", items: set }]}
      />
      <main id="main" className="page">
        <Ready of={loaded}>{(found) => <View space={found} name={name} view={view} />}</Ready>
      </main>
    </div>
  );
}

function View({
  space,
  name,
  view,
}: {
  readonly space: Space;
  readonly name: string;
  readonly view: readonly string[];
}) {
  if (name === "board") return <Board space={space} />;
  if (name === "list") return <ItemList title="List" jql={`project = "${space.key}" order by created DESC`} />;
  const moduleKey = view[name === "app" ? 1 : 2];
  const isModule = name === "app" || (name === "settings" && view[1] === "app");
  if (isModule && moduleKey !== undefined) {
    const type = name === "app" ? modulePlaces.app : modulePlaces.settings;
    return <SpaceModule space={space} type={type} moduleKey={moduleKey} />;
  }
  return <Details space={space} />;
}

function SpaceModule({
  space,
  type,
  moduleKey,
}: {
  readonly space: Space;
  readonly type: string;
  readonly moduleKey: string;
}) {
  const module = useModules(type).find(({ key }) => key === moduleKey);
  if (module === undefined) return <Empty title={`The app has no page "${moduleKey}".`} />;
  const base = paths.space(space.key, `${type === modulePlaces.app ? "app" : "settings/app"}/${moduleKey}`);
  const project = { id: space.id, key: space.key, type: space.projectTypeKey };
  const extension = { type, project, location: window.location.origin + base };
  return <ModuleFrame moduleKey={moduleKey} extension={extension} title={titleOf(module)} base={base} />;
}

function Details({ space }: { readonly space: Space }) {
  return (
    <>
      <h1>Details</h1>
      <dl className="details">
        <dt>Name</dt>
        <dd>{space.name}</dd>
        <dt>Key</dt>
        <dd>{space.key}</dd>
        <dt>Managed by</dt>
        <dd>{space.simplified ? "Team" : "Company"}</dd>
      </dl>
    </>
  );
}
