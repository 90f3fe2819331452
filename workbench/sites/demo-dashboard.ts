import { extensionAri } from "../jira/config/permission-table";
import { rest } from "./act";
import type { Grounds } from "./site";

const admin = "admin@example.com";

/** What the executive opens: the whole plan, and Service, the wave that lags. */
export async function openDashboard(grounds: Grounds, plan: string): Promise<void> {
  const body = {
    name: "Implementation",
    description: "",
    sharePermissions: [{ type: "authenticated" }],
    editPermissions: [],
  };
  const made = Object(await rest(grounds, admin, { method: "POST", path: "/rest/api/3/dashboard", body }));
  await addGadget(grounds, `/rest/api/3/dashboard/${made["id"]}`, {
    column: 0,
    config: { plan, wave: null, cards: ["ttft", "hdr", "gate"], weeks: null },
  });
  await addGadget(grounds, `/rest/api/3/dashboard/${made["id"]}`, {
    column: 1,
    config: { plan, wave: "service", cards: ["ttft", "hdr"], weeks: 8 },
  });
}

interface Placed {
  readonly column: number;
  readonly config: {
    readonly plan: string;
    readonly wave: string | null;
    readonly cards: readonly string[];
    readonly weeks: number | null;
  };
}

async function addGadget(grounds: Grounds, at: string, { column, config }: Placed): Promise<void> {
  const app = grounds.jira.store.collection("app").all()[0];
  if (app === undefined) throw new Error("No app is installed.");
  const moduleKey = extensionAri({ appId: app.id, environmentId: app.environmentId }, "uptake-gadget");
  const body = { moduleKey, title: "Adoption", color: "blue", position: { column, row: 0 } };
  const gadget = Object(await rest(grounds, admin, { method: "POST", path: `${at}/gadget`, body }));
  const path = `${at}/items/${gadget["id"]}/properties/forge-config`;
  await rest(grounds, admin, { method: "PUT", path, body: { version: 1, ...config } });
}
