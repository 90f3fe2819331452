import { useEffect } from "react";
import { bench } from "./bench";
import { Modals } from "./frame/modals";
import { AdminPage } from "./pages/admin";
import { CreateItem } from "./pages/create-item";
import { DashboardPage } from "./pages/dashboard";
import { DashboardsPage } from "./pages/dashboards";
import { ItemPage } from "./pages/item";
import { ItemsPage } from "./pages/items";
import { SpacePage } from "./pages/space";
import { SpacesPage } from "./pages/spaces";
import { Flags } from "./parts/flags";
import { Ready } from "./parts/standing";
import { follow, go, paths, usePath } from "./router";
import { titleWindow } from "./title";
import { SiteContext } from "./site";
import type { Site } from "./site";
import { TopBar } from "./top-bar";
import { useLoad } from "./use-load";

async function loadSite(): Promise<Site> {
  const [session, app] = await Promise.all([bench.session(), bench.modules()]);
  const me = session.people.find(({ accountId }) => accountId === session.accountId);
  if (me === undefined) throw new Error("The workbench does not know who you are. Reload the page.");
  return { ...session, me, ...app };
}

export function App() {
  const site = useLoad("site", loadSite);
  useEffect(() => {
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);
  return (
    <Ready of={site}>
      {(value) => (
        <SiteContext value={value}>
          <a className="skip" href="#main">
            Skip to the page
          </a>
          <TopBar />
          <Page />
          <Modals />
          <CreateItem />
          <Flags />
        </SiteContext>
      )}
    </Ready>
  );
}

function Page() {
  const path = usePath();
  const url = new URL(path, window.location.origin);
  const [first = "", second = "", third = "", ...rest] = url.pathname
    .split("/")
    .filter(Boolean)
    .map(decodeURIComponent);
  useEffect(() => {
    titleWindow([third, second].find(Boolean) ?? "Home");
    if (first === "") go(paths.spaces, "replace");
  }, [first, second, third]);
  if (first === "browse") return <ItemPage key={second} itemKey={second} />;
  if (second === "spaces" && third !== "") return <SpacePage spaceKey={third} view={rest} />;
  if (second === "items") return <ItemsPage jql={url.searchParams.get("jql") ?? "order by created DESC"} />;
  if (second === "dashboards") return third === "" ? <DashboardsPage /> : <DashboardPage key={third} id={third} />;
  if (second === "settings") return <AdminPage view={[third, ...rest]} />;
  return <SpacesPage />;
}
