import { useState } from "react";
import { call, read } from "../call";
import { ModuleFrame } from "../frame/frame";
import { attempt } from "../parts/flags";
import { Pick, Press } from "../parts/press";
import { Empty, Ready } from "../parts/standing";
import { dashboard, gadgets } from "../shapes";
import type { Gadget } from "../shapes";
import { optionOf, titleOf, useModules, useSite } from "../site";
import { useLoad } from "../use-load";
import { extensionKey, GadgetCard } from "./gadget";

async function loadDashboard(id: string) {
  const at = `/rest/api/3/dashboard/${id}`;
  const [found, placed] = await Promise.all([read(dashboard, at), read(gadgets, `${at}/gadget`)]);
  return { ...found, gadgets: placed.gadgets };
}

const columns = [0, 1] as const;

export function DashboardPage({ id }: { readonly id: string }) {
  const loaded = useLoad(`dashboard ${id}`, () => loadDashboard(id));
  const scripts = useModules("jira:dashboardBackgroundScript");
  const [fresh, setFresh] = useState(0);
  const location = window.location.href;
  return (
    <main id="main" className="page">
      <Ready of={loaded}>
        {(found) => (
          <>
            <header className="head">
              <h1>{found.name}</h1>
              <Press text="Refresh" onPress={() => setFresh(fresh + 1)} />
              <AddGadget dashboardId={id} placed={found.gadgets} onAdded={loaded.reload} />
            </header>
            {found.gadgets.length === 0 && <Empty title="No gadgets yet" />}
            <div className="columns">
              {columns.map((column) => (
                <div key={column}>
                  {found.gadgets
                    .filter(({ position }) => position.column === column)
                    .toSorted((a, b) => a.position.row - b.position.row)
                    .map((gadget) => (
                      <GadgetCard
                        key={`${gadget.id} ${fresh}`}
                        dashboardId={id}
                        gadget={gadget}
                        onChange={loaded.reload}
                      />
                    ))}
                </div>
              ))}
            </div>
          </>
        )}
      </Ready>
      {scripts.map(({ key }) => (
        <ModuleFrame
          key={key}
          moduleKey={key}
          title="Background script"
          look="hidden"
          extension={{ type: "jira:dashboardBackgroundScript", dashboard: { id }, location }}
        />
      ))}
    </main>
  );
}

interface AddProps {
  readonly dashboardId: string;
  readonly placed: readonly Gadget[];
  readonly onAdded: () => void;
}

function AddGadget({ dashboardId, placed, onAdded }: AddProps) {
  const site = useSite();
  const known = useModules("jira:dashboardGadget");
  const add = (key: string) => {
    const module = known.find((each) => each.key === key);
    if (module === undefined) return;
    const filled = (column: number) => placed.filter(({ position }) => position.column === column).length;
    const column = filled(1) < filled(0) ? 1 : 0;
    const wanted = {
      moduleKey: extensionKey(site, key),
      title: titleOf(module),
      color: "blue",
      position: { column, row: filled(column) },
    };
    attempt(() => call("POST", `/rest/api/3/dashboard/${dashboardId}/gadget`, wanted).then(onAdded));
  };
  return <Pick label="Add gadget" menu="Add gadget …" look="primary" options={known.map(optionOf)} onPick={add} />;
}
