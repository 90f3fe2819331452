import { expect, test } from "vitest";
import { ari, openSite, testApp } from "./site";

test("a dashboard takes an app's gadget, keeps its properties and is its owner's to change", async () => {
  const site = openSite();
  await site.jira.install(testApp({ "jira:dashboardGadget": [{ key: "adoption", title: "Adoption" }] }));
  const [owner, other] = [site.as("project manager"), site.as("executive")];
  const made = await owner("POST", "dashboard", {
    name: "Steering",
    sharePermissions: [{ type: "authenticated" }],
    editPermissions: [],
  });
  const base = `dashboard/${String(made.body["id"])}`;
  const first = await owner("POST", `${base}/gadget`, { moduleKey: ari("adoption"), position: { row: 0, column: 0 } });
  expect(first.body).toMatchObject({ title: "Adoption", color: "blue", position: { row: 0, column: 0 } });
  const second = await owner("POST", `${base}/gadget`, { moduleKey: ari("adoption"), position: { row: 0, column: 0 } });
  const listed = await other("GET", `${base}/gadget`);
  expect(Object(listed.body["gadgets"]).map(({ id }: { id: number }) => id)).toEqual([
    second.body["id"],
    first.body["id"],
  ]);
  expect((await other("DELETE", `${base}/gadget/${String(first.body["id"])}`)).status).toBe(403);
  expect((await owner("POST", `${base}/gadget`, { moduleKey: "nobody:knows" })).status).toBe(400);
  const property = `${base}/items/${String(first.body["id"])}/properties/config`;
  expect((await owner("PUT", property, { metric: 1 })).status).toBe(201);
  expect((await other("GET", property)).body).toEqual({ key: "config", value: { metric: 1 } });
  expect((await owner("DELETE", `${base}/gadget/${String(first.body["id"])}`)).status).toBe(204);
  expect((await other("GET", "dashboard/search?dashboardName=steer")).body).toMatchObject({ total: 1, isLast: true });
});
