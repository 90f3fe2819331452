/** What set-up reads from and writes to the configuration of a site. Every call is made as the person. */
export interface JiraAdmin {
  mayAdminister(): Promise<boolean>;
  types(): Promise<readonly SiteType[]>;
  linkTypes(): Promise<readonly SiteLinkType[]>;
  fields(): Promise<readonly SiteField[]>;
  contexts(field: string): Promise<readonly FieldContext[]>;
  options(field: string, context: string): Promise<readonly string[]>;
  typeScheme(spaceId: string): Promise<TypeScheme | null>;
  screens(spaceId: string): Promise<readonly ScreenTab[]>;
  createType(type: NewType): Promise<SiteType>;
  deleteType(id: string): Promise<void>;
  addTypes(scheme: string, types: readonly string[]): Promise<void>;
  removeType(scheme: string, type: string): Promise<void>;
  createLinkType(type: NewLinkType): Promise<SiteLinkType>;
  deleteLinkType(id: string): Promise<void>;
  createField(field: NewField): Promise<string>;
  deleteField(id: string): Promise<void>;
  createContext(field: string, context: NewContext): Promise<string>;
  deleteContext(field: string, context: string): Promise<void>;
  /** Jira takes spaces only into a context that already is for some spaces. */
  addSpaces(field: string, context: string, spaces: readonly string[]): Promise<void>;
  addOptions(field: string, context: string, options: readonly string[]): Promise<void>;
  addToScreen(tab: ScreenTab, field: string): Promise<void>;
  removeFromScreen(tab: ScreenTab, field: string): Promise<void>;
}

export interface SiteType {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Id of the team-managed space a type belongs to; null for the site's own. */
  readonly scope: string | null;
}

export interface SiteLinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface SiteField {
  readonly id: string;
  readonly name: string;
  /** `com.atlassian.jira.plugin.system.customfieldtypes:select`; null for Jira's own fields. */
  readonly custom: string | null;
}

export interface FieldContext {
  readonly id: string;
  readonly global: boolean;
  readonly spaces: readonly string[];
}

export interface TypeScheme {
  readonly id: string;
  readonly types: readonly string[];
}

export interface ScreenTab {
  readonly screen: string;
  readonly screenName: string;
  readonly tab: string;
  readonly fields: readonly string[];
}

export interface NewType {
  readonly name: string;
  readonly description: string;
}

export interface NewLinkType {
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export interface NewField {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly searcher: string;
}

export interface NewContext {
  readonly name: string;
  readonly spaces: readonly string[];
}
