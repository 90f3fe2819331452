import { useState } from "react";
import { bench } from "./bench";
import type { Session } from "./bench";
import { Drawer } from "./drawer";
import { createButton } from "./pages/create-item";
import { attempt } from "./parts/flags";
import { Pick, Press } from "./parts/press";
import type { Option } from "./parts/press";
import { paths } from "./router";
import { SiteClock } from "./site-clock";
import { useSite } from "./site";
import { useStore } from "./store";
import { colorMode, turnTheme } from "./theme";

export function TopBar() {
  const { people, me } = useSite();
  const mode = useStore(colorMode);
  const [open, setOpen] = useState(false);
  const become = (accountId: string) => attempt(() => bench.become(accountId).then(() => window.location.reload()));
  return (
    <header className="top">
      <nav aria-label="Site">
        <a href={paths.spaces}>Spaces</a>
        <a href={paths.items("order by created DESC")}>Work items</a>
        <a href={paths.dashboards}>Dashboards</a>
        <a href={paths.admin("workflows")}>Settings</a>
        {createButton(null)}
      </nav>
      <div className="top-tools">
        <SiteClock />
        <Pick label="Persona" value={me.accountId} options={people.map(personOf)} onPick={become} />
        <Press text={mode === "dark" ? "Light" : "Dark"} onPress={turnTheme} />
        <Press text="Workbench" pressed={open} onPress={() => setOpen(!open)} />
      </div>
      {open && <Drawer onClose={() => setOpen(false)} />}
    </header>
  );
}

const personOf = ({ accountId, displayName, role }: Session["people"][number]): Option => [
  accountId,
  role === "" ? displayName : `${displayName} · ${role}`,
];
