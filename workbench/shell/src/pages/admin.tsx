import { ModuleFrame } from "../frame/frame";
import { SideNav } from "../parts/side-nav";
import { Empty } from "../parts/standing";
import { paths } from "../router";
import { titleOf, useModules } from "../site";
import { WorkflowsView } from "./workflows";

const type = "jira:adminPage";

export function AdminPage({ view }: { readonly view: readonly string[] }) {
  const pages = useModules(type);
  const apps = pages.map((module) => ({ text: titleOf(module), href: paths.admin(`app/${module.key}`) }));
  const system = [{ text: "Workflows", href: paths.admin("workflows") }];
  const module = pages.find(({ key }) => key === view[1]);
  const base = paths.admin(`app/${view[1] ?? ""}`);
  return (
    <div className="with-nav">
      <SideNav title="Settings" groups={[{ items: system }, { title: "Apps", items: apps }]} />
      <main id="main" className="page">
        {view[0] !== "app" && <WorkflowsView />}
        {view[0] === "app" && module === undefined && <Empty title="The app has no such page" />}
        {view[0] === "app" && module !== undefined && (
          <ModuleFrame
            moduleKey={module.key}
            title={titleOf(module)}
            base={base}
            extension={{ type, location: window.location.origin + base }}
          />
        )}
      </main>
    </div>
  );
}
