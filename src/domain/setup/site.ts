import type { FieldRole } from "./wanted";

/** A site as set-up needs to see it, for one space. */
export interface Site {
  readonly space: { readonly id: string; readonly key: string; readonly managed: "company" | "team" };
  readonly types: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: number;
    readonly scope: string | null;
  }[];
  readonly linkTypes: readonly { readonly name: string; readonly outward: string }[];
  readonly fields: readonly { readonly id: string; readonly name: string; readonly custom: string | null }[];
  /** Of the fields that would be used: where they apply and what can be chosen. */
  readonly uses: Readonly<Partial<Record<FieldRole, FieldUse>>>;
  readonly scheme: { readonly id: string; readonly types: readonly string[] } | null;
  readonly tabs: readonly Tab[];
}

export interface FieldUse {
  /** The context that holds for the space; null when none does. */
  readonly context: string | null;
  /** A context that could be widened to the space. */
  readonly nearest: string | null;
  readonly options: readonly string[];
}

/** The first tab of a screen, with the fields of all its tabs. */
export interface Tab {
  readonly screen: string;
  readonly screenName: string;
  readonly tab: string;
  readonly fields: readonly string[];
}
