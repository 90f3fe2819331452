import { itemReader } from "#adapters/jira/item-reader";
import { factsIn } from "#adapters/store/forge-facts";
import { rosterIn } from "#adapters/store/roster";
import { expand, compact } from "#app/events/compact";
import { nothingHidden } from "#app/work-items/hidden-from";
import type { ItemSource, ItemsOutside } from "#app/work-items/work-item-ports";
import type { Facts } from "#app/adoption-ports";
import type { WorkItemCounting } from "#contract/work-items";
import { queuedBatch } from "#contract/usage-event";
import type { Plan } from "#domain/plan/plan";
import { createHash, createHmac } from "node:crypto";
import { createProject } from "../../workbench/jira/config/create-project";
import { addUser } from "../../workbench/jira/config/bare-site";
import type { Caller } from "../../workbench/wire/wire";
import { jiraWorld } from "./jira-outside";
import type { JiraWorld } from "./jira-outside";
import { adoptionDesk } from "./memory-adoption";
import { embeddedStore } from "./store";
import { drawnPlan } from "./usage-world";

export interface ItemsWorld {
  readonly world: JiraWorld;
  readonly facts: Facts;
  readonly plan: Plan;
  readonly settings: Map<string, unknown>;
  readonly people: Readonly<Record<"mia" | "ben" | "shy" | "bot" | "cus", string>>;
  /** As the app and the site's administrator, or whoever is named. */
  readonly outside: (caller?: Caller) => ItemsOutside;
  readonly source: (counting?: Partial<WorkItemCounting>, id?: string) => ItemSource;
  readonly make: (fields: Readonly<Record<string, unknown>>, space?: string) => Promise<string>;
  readonly numberOf: (name: string) => number;
  isFull: boolean;
  close(): Promise<void>;
}

/** The app against the embedded Jira and the product's own tables: a service space, and people of every kind. */
export async function itemsWorld(): Promise<ItemsWorld> {
  const world = await jiraWorld();
  const store = await embeddedStore();
  const facts = factsIn(store.database);
  const plan = drawnPlan(["sales"]);
  const desk = adoptionDesk(plan, world.clock.now());
  const people = populate(world);
  const numberOf = (name: string): number =>
    Number(createHmac("sha256", "key").update(name.trim().toLowerCase()).digest().readBigUInt64BE() >> 11n);
  const made: ItemsWorld = {
    world,
    facts,
    plan,
    settings: desk.settings,
    people,
    isFull: false,
    numberOf,
    outside(caller = world.admin) {
      const as = world.as(caller);
      desk.now = world.clock.now();
      return {
        ...desk.outside,
        caller: as.who.accountId,
        facts,
        countedItems: { ...desk.outside.countedItems, hiddenFrom: async () => nothingHidden },
        seals: {
          ...desk.outside.seals,
          personNumbers: async () => numberOf,
          hash: (text) => createHash("sha256").update(text).digest("hex"),
        },
        jira: as.jira,
        jiraAsApp: world.outside.jiraAsApp,
        reader: itemReader(world.client(as.who.accountId)),
        readerAsApp: itemReader(world.client(null)),
        roster: rosterIn(store.database),
        queue: {
          async push(parts) {
            if (made.isFull) return "full";
            for (const part of parts)
              await facts.merge(expand(queuedBatch.parse(JSON.parse(JSON.stringify(compact(part))))));
            return "taken";
          },
        },
        isOver: () => false,
      };
    },
    source: (counting = {}, id = "help") => ({
      id,
      plan: plan.id,
      zone: plan.zone,
      name: "Help desk",
      createdAt: 0,
      counting: {
        jql: "project = HELP",
        counts: "ticket",
        moment: { kind: "created" },
        who: "reporter",
        process: { kind: "component" },
        ...counting,
      },
    }),
    async make(fields, space = "HELP") {
      const body = {
        fields: {
          project: { key: space },
          issuetype: { name: space === "HELP" ? "[System] Service request" : "Task" },
          summary: "Help",
          ...fields,
        },
      };
      const { status, body: answer } = await world.call("POST", "/rest/api/3/issue", body);
      if (status !== 201) throw new Error(JSON.stringify(answer));
      return String(Object(answer)["id"]);
    },
    close: () => store.close(),
  };
  return made;
}

function populate({ jira, admin }: JiraWorld): ItemsWorld["people"] {
  const { store } = jira;
  const leadId = admin.kind === "user" ? admin.accountId : "";
  createProject(
    { store },
    { key: "HELP", name: "Help desk", leadId, projectTypeKey: "service_desk", style: "classic" },
  );
  const own = { timeZone: "UTC", locale: "en_US", active: true };
  const named = (email: string, displayName: string, at: number) =>
    addUser({ store }, { email, displayName, at, zone: "UTC" }).id;
  const shy = named("shy@example.com", "Shy Person", 202);
  store.collection("user").put({ ...store.collection("user").get(shy)!, email: "" });
  const bot = "557058:00000000-0000-4000-8000-000000000900";
  store.collection("user").put({ ...own, id: bot, email: "", displayName: "Automation", accountType: "app" });
  const cus = "qm:00000000-0000-4000-8000-000000000901:00000000-0000-4000-8000-000000000902";
  store
    .collection("user")
    .put({ ...own, id: cus, email: "cus@home.example", displayName: "Cus Tomer", accountType: "customer" });
  const people = {
    mia: named("mia@example.com", "Mia", 200),
    ben: named("ben@example.com", "Ben", 201),
    shy,
    bot,
    cus,
  };
  store.commit();
  return people;
}
