import { createContext } from "react";

export interface Opening {
  /** Where Jira is, for addresses that can be copied or opened in a new tab. */
  readonly siteUrl: string;
  readonly openItem: (key: string) => void;
}

/** How a part opens a work item without knowing what surrounds it. */
export const OpeningContext = createContext<Opening>({ siteUrl: "", openItem: () => {} });
