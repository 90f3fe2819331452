import { createContext, use } from "react";
import type { AppModule, Modules, Session } from "./bench";

/** Who looks, and which app is installed. */
export type Site = Session & Modules & { readonly me: Session["people"][number] };

export const SiteContext = createContext<Site | null>(null);

export function useSite(): Site {
  const site = use(SiteContext);
  if (site === null) throw new Error("The page is shown outside its site.");
  return site;
}

export const useModules = (type: string): readonly AppModule[] => useSite().modules[type] ?? [];

export const titleOf = (module: AppModule): string => module.title ?? module.name ?? module.key;

export const optionOf = (module: AppModule): readonly [string, string] => [module.key, titleOf(module)];
