import { StrictMode } from "react";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { enableTheme, flagRefusal, openItem, place } from "../bridge";
import type { Place } from "../bridge";
import { OpeningContext } from "../parts/opening";
import { Boundary } from "./boundary";
import "../style/base.css";
import "../style/parts.css";

/** Mounts one page of the app. The theme and the context load side by side; the skeleton stands meanwhile. */
export async function start(waiting: ReactNode, page: (here: Place) => ReactNode): Promise<void> {
  const element = document.getElementById("root");
  if (!element) return;
  const root = createRoot(element);
  root.render(waiting);
  const [here] = await Promise.all([place(), enableTheme()]);
  const opening = { siteUrl: here.siteUrl, openItem: (key: string) => void openItem(key).catch(flagRefusal) };
  root.render(
    <StrictMode>
      <OpeningContext value={opening}>
        <Boundary>{page(here)}</Boundary>
      </OpeningContext>
    </StrictMode>,
  );
}
