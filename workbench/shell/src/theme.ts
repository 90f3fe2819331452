import { getThemeStyles } from "@atlaskit/tokens/get-theme-styles";
import { setGlobalTheme } from "@atlaskit/tokens/set-global-theme";
import { createStore } from "./store";

const themes = { light: "light", dark: "dark", spacing: "spacing", typography: "typography", shape: "shape" } as const;
const modes = ["light", "dark"] as const;
export type ColorMode = (typeof modes)[number];

const kept = "workbench-color-mode";
const wished = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
export const colorMode = createStore<ColorMode>(modes.find((mode) => mode === localStorage.getItem(kept)) ?? wished);

export async function applyTheme(): Promise<void> {
  localStorage.setItem(kept, colorMode.get());
  await setGlobalTheme({ ...themes, colorMode: colorMode.get() });
}

export function turnTheme(): void {
  colorMode.set(colorMode.get() === "light" ? "dark" : "light");
  void applyTheme();
}

export interface FrameTheme {
  readonly colorMode: ColorMode;
  /** `data-theme` as Jira sets it on the html element of a frame. */
  readonly dataTheme: string;
  readonly css: string;
}

/** What a frame needs to look like the page around it: both color modes, so that a later turn is one attribute. */
export async function frameTheme(): Promise<FrameTheme> {
  const both = await Promise.all(modes.map((mode) => getThemeStyles({ ...themes, colorMode: mode })));
  const css = new Map(both.flat().map(({ id, css }) => [id, css]));
  return {
    colorMode: colorMode.get(),
    dataTheme: Object.entries(themes)
      .map(([kind, id]) => `${kind}:${id}`)
      .join(" "),
    css: [...css.values()].join("\n"),
  };
}
