import { useEffect, useEffectEvent, useState } from "react";
import { call, Failure, read } from "../call";
import { emit } from "../frame/bus";
import { ModuleFrame } from "../frame/frame";
import { attempt } from "../parts/flags";
import { Press } from "../parts/press";
import { Ready } from "../parts/standing";
import { property } from "../shapes";
import type { Gadget } from "../shapes";
import { useModules } from "../site";
import type { Site } from "../site";
import { useLoad } from "../use-load";

/** How Jira names a module of a Forge app. */
export const extensionKey = ({ appId, environmentId }: Site, moduleKey: string): string =>
  `ari:cloud:ecosystem::extension/${appId.split("/").at(-1)}/${environmentId}/static/${moduleKey}`;

interface Props {
  readonly dashboardId: string;
  readonly gadget: Gadget;
  readonly onChange: () => void;
}

/** Where Jira keeps what a gadget was configured with. */
const configProperty = "forge-config";

async function loadConfig(at: string): Promise<unknown> {
  try {
    return (await read(property, at)).value;
  } catch (error) {
    if (error instanceof Failure && error.status === 404) return null;
    throw error;
  }
}

export function GadgetCard({ dashboardId, gadget, onChange }: Props) {
  const moduleKey = gadget.moduleKey?.split("/").at(-1) ?? "";
  const module = useModules("jira:dashboardGadget").find(({ key }) => key === moduleKey);
  const at = `/rest/api/3/dashboard/${dashboardId}`;
  const configAt = `${at}/items/${gadget.id}/properties/${configProperty}`;
  const config = useLoad(configAt, async () => ({ saved: await loadConfig(configAt) }));
  const [editing, setEditing] = useState(false);
  const [round, setRound] = useState(0);
  const refresh = () => {
    emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "manual", gadgetId: gadget.id });
    if (module?.refreshable !== false) setRound((last) => last + 1);
  };
  useBeat(minutesOf(config.value?.saved), refresh);
  const save = (value: unknown) => {
    setEditing(false);
    attempt(() => call("PUT", configAt, value).finally(config.reload));
  };
  const remove = () => attempt(() => call("DELETE", `${at}/gadget/${gadget.id}`).then(onChange));
  const extension = {
    type: "jira:dashboardGadget",
    dashboard: { id: dashboardId },
    gadget: { id: gadget.id },
    location: window.location.href,
  };
  const edit = { view: "edit", onSubmit: save, onClose: () => setEditing(false) } as const;
  return (
    <section className="gadget" aria-label={gadget.title}>
      <header>
        <h2>{gadget.title}</h2>
        <Press text="Refresh" look="quiet" onPress={refresh} />
        {module?.edit !== undefined && (
          <Press text={editing ? "Cancel" : "Configure"} look="quiet" onPress={() => setEditing(!editing)} />
        )}
        <Press text="Remove" look="quiet" onPress={remove} />
      </header>
      <Ready of={config}>
        {({ saved }) => (
          <ModuleFrame
            key={`${round} ${editing}`}
            moduleKey={moduleKey}
            title={gadget.title}
            extension={{ ...extension, ...savedAs(saved), ...(editing ? { entryPoint: "edit" } : {}) }}
            {...(editing ? edit : {})}
          />
        )}
      </Ready>
    </section>
  );
}

const savedAs = (saved: unknown) => (saved === null ? {} : { gadgetConfiguration: saved });

/** A gadget may submit `refresh: <minutes>` with its configuration. */
function minutesOf(saved: unknown): number | null {
  const { refresh } = { refresh: null, ...Object(saved) };
  return typeof refresh === "number" && refresh > 0 ? refresh : null;
}

function useBeat(minutes: number | null, work: () => void): void {
  const tick = useEffectEvent(work);
  useEffect(() => {
    if (minutes === null) return undefined;
    const beat = setInterval(() => tick(), minutes * 60_000);
    return () => clearInterval(beat);
  }, [minutes]);
}
