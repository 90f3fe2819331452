import { useState } from "react";
import { call, read } from "../call";
import { FormDialog, TextField } from "../parts/dialog";
import { Press } from "../parts/press";
import { Empty, Ready } from "../parts/standing";
import { go, paths } from "../router";
import { dashboard, dashboards } from "../shapes";
import { useLoad } from "../use-load";

export function DashboardsPage() {
  const all = useLoad("dashboards", () => read(dashboards, "/rest/api/3/dashboard/search?maxResults=100"));
  const [creating, setCreating] = useState(false);
  const create = async (form: FormData) => {
    const wanted = { name: form.get("name"), sharePermissions: [{ type: "authenticated" }], editPermissions: [] };
    const { id } = dashboard.parse(await call("POST", "/rest/api/3/dashboard", wanted));
    go(paths.dashboard(id));
  };
  return (
    <main id="main" className="page">
      <header className="head">
        <h1>Dashboards</h1>
        <Press text="Create dashboard" look="primary" onPress={() => setCreating(true)} />
      </header>
      <Ready of={all}>
        {({ values }) =>
          values.length === 0 ? (
            <Empty title="No dashboards yet">
              <p>Create one, then add the app's gadgets.</p>
            </Empty>
          ) : (
            <ul className="rows">
              {values.map(({ id, name }) => (
                <li key={id}>
                  <a href={paths.dashboard(id)}>{name}</a>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
      {creating && (
        <FormDialog title="Create dashboard" action="Create" onSubmit={create} onClose={() => setCreating(false)}>
          <TextField label="Name" name="name" />
        </FormDialog>
      )}
    </main>
  );
}
