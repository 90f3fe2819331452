/**
 * What the embedded Jira remembers. Records hold raw values and ids only; what a client sees is rendered from them.
 * Instants are epoch milliseconds, days are `YYYY-MM-DD`, rich text is ADF.
 */

/** What most things of a site's configuration have. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface User {
  /** The accountId. */
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly active: boolean;
  readonly accountType: "atlassian" | "app" | "customer";
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly memberIds: readonly string[];
}

/** Who a permission, a security level or a share is given to; `parameter` is a group id, role id, accountId or field id. */
export interface Holder {
  readonly type:
    | "anyone"
    | "applicationRole"
    | "group"
    | "projectRole"
    | "projectLead"
    | "reporter"
    | "assignee"
    | "user"
    | "userCustomField";
  readonly parameter: string | null;
}

export interface PermissionScheme extends Named {
  readonly grants: readonly { readonly id: string; readonly permission: string; readonly holder: Holder }[];
}

/** `id` is `permission:groupId`. */
export interface GlobalGrant {
  readonly id: string;
  readonly permission: string;
  readonly groupId: string;
}

export type Role = Named;

export interface Project extends Named {
  readonly key: string;
  readonly leadId: string;
  readonly projectTypeKey: "software" | "business" | "service_desk";
  readonly style: "classic" | "next-gen";
  readonly issueTypeSchemeId: string;
  readonly issueTypeScreenSchemeId: string;
  readonly workflowSchemeId: string;
  readonly permissionSchemeId: string;
  readonly fieldConfigurationId: string;
  readonly securitySchemeId: string | null;
  /** By role id. */
  readonly roleActors: Readonly<
    Record<string, { readonly userIds: readonly string[]; readonly groupIds: readonly string[] }>
  >;
  readonly lastIssueNumber: number;
  readonly deleted: boolean;
}

export interface IssueType extends Named {
  /** -1 is a sub-task, 1 an epic. */
  readonly hierarchyLevel: number;
  readonly avatarId: number;
  /** The team-managed project that owns it. */
  readonly scopeProjectId: string | null;
}

export interface IssueTypeScheme extends Named {
  readonly defaultIssueTypeId: string | null;
  readonly issueTypeIds: readonly string[];
  readonly isDefault: boolean;
}

export interface Status extends Named {
  readonly categoryKey: "new" | "indeterminate" | "done";
  readonly scopeProjectId: string | null;
}

export interface WorkflowRule {
  readonly id: string;
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ConditionGroup {
  readonly operation: "ALL" | "ANY";
  readonly conditions: readonly WorkflowRule[];
  readonly conditionGroups: readonly ConditionGroup[];
}

export interface Transition extends Named {
  readonly type: "INITIAL" | "GLOBAL" | "DIRECTED";
  /** Empty for INITIAL and GLOBAL. */
  readonly fromStatusIds: readonly string[];
  readonly toStatusId: string;
  readonly screenId: string | null;
  readonly conditions: ConditionGroup | null;
  readonly validators: readonly WorkflowRule[];
  readonly actions: readonly WorkflowRule[];
}

export interface Workflow extends Named {
  readonly version: { readonly id: string; readonly versionNumber: number };
  readonly statusIds: readonly string[];
  readonly transitions: readonly Transition[];
  readonly scopeProjectId: string | null;
}

export interface WorkflowScheme extends Named {
  readonly defaultWorkflowId: string;
  /** Workflow id by type id. */
  readonly workflowIds: Readonly<Record<string, string>>;
}

export interface Screen extends Named {
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly fieldIds: readonly string[] }[];
  readonly scopeProjectId: string | null;
}

export interface ScreenScheme extends Named {
  /** Screen ids; an operation that is null takes the default screen. */
  readonly screens: {
    readonly default: string;
    readonly create: string | null;
    readonly edit: string | null;
    readonly view: string | null;
  };
}

export interface IssueTypeScreenScheme extends Named {
  readonly defaultScreenSchemeId: string;
  /** Screen scheme id by type id. */
  readonly screenSchemeIds: Readonly<Record<string, string>>;
}

export interface FieldConfiguration extends Named {
  readonly requiredFieldIds: readonly string[];
}

export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
  readonly customId?: number;
}

export interface Field extends Named {
  readonly key: string;
  readonly custom: boolean;
  readonly schema: FieldSchema;
  readonly searcherKey: string | null;
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly clauseNames: readonly string[];
  readonly locked: boolean;
  /** Set for a field that an app's manifest declares. */
  readonly app: { readonly appId: string; readonly moduleKey: string; readonly readOnly: boolean } | null;
  readonly scopeProjectId: string | null;
  readonly trashed: boolean;
}

/** Empty lists mean every project and every type. */
export interface FieldContext extends Named {
  readonly fieldId: string;
  readonly projectIds: readonly string[];
  readonly issueTypeIds: readonly string[];
}

export interface Option {
  readonly id: string;
  readonly fieldId: string;
  readonly contextId: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly parentId: string | null;
  readonly position: number;
}

export interface Priority extends Named {
  readonly statusColor: string;
  readonly isDefault: boolean;
}

export interface Resolution extends Named {
  readonly isDefault: boolean;
}

export interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

/**
 * `fields` holds raw values by field id: `status`, `priority`, `resolution`, `security` an id; `assignee`, `reporter`, `creator` an
 * accountId; `parent` an issue id; `components`, `fixVersions`, `versions` lists of ids; `labels` a list of texts; `duedate` a day;
 * `resolutiondate` an instant; `description` ADF. Custom fields by their schema: option = option id, array of option = list of
 * ids, user = accountId, group = group id, date and datetime = text as sent, number = number, anything else = value as sent.
 * An empty field is null or absent.
 */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly watcherIds: readonly string[];
  readonly created: number;
  readonly updated: number;
}

/** The source is `inwardIssue` of `POST /issueLink`: source, outward description, destination ("A blocks B"). */
export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  readonly sourceId: string;
  readonly destinationId: string;
}

export interface Comment {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly updateAuthorId: string;
  readonly body: unknown;
  readonly created: number;
  readonly updated: number;
}

export interface Worklog {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly comment: unknown;
  readonly started: number;
  readonly timeSpentSeconds: number;
  readonly created: number;
  readonly updated: number;
}

export interface ChangeItem {
  /** The display name of a field, e.g. `status`, `Gate verdict`, `IssueParentAssociation`. */
  readonly field: string;
  readonly fieldId: string | null;
  readonly fieldtype: "jira" | "custom";
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

export interface ChangeHistory {
  readonly id: string;
  readonly issueId: string;
  readonly authorId: string;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

/** A property of anything but an issue (which keeps its own); `id` is `entity:entityId:key`. */
export interface PropertyRecord {
  readonly id: string;
  readonly entity: string;
  readonly entityId: string;
  readonly key: string;
  readonly value: unknown;
}

export interface SecurityScheme extends Named {
  readonly defaultLevelId: string | null;
}

export interface SecurityLevel extends Named {
  readonly schemeId: string;
  readonly holders: readonly Holder[];
}

export interface Component extends Named {
  readonly projectId: string;
  readonly leadId: string | null;
}

export interface Version extends Named {
  readonly projectId: string;
  readonly startDate: string | null;
  readonly releaseDate: string | null;
  readonly released: boolean;
  readonly archived: boolean;
}

export interface Dashboard extends Named {
  readonly ownerId: string;
  readonly sharePermissions: readonly unknown[];
  readonly editPermissions: readonly unknown[];
}

export interface Gadget {
  readonly id: string;
  readonly dashboardId: string;
  readonly moduleKey: string | null;
  readonly uri: string | null;
  readonly title: string;
  readonly color: string;
  readonly row: number;
  readonly column: number;
}

export interface Filter extends Named {
  readonly jql: string;
  readonly ownerId: string;
  readonly sharePermissions: readonly unknown[];
}

/** An asynchronous job, done by the time it is first asked about. */
export interface Task {
  readonly id: string;
  readonly kind: "task" | "bulk";
  readonly description: string;
  readonly status: "COMPLETE" | "FAILED";
  readonly submittedBy: string;
  readonly submitted: number;
  readonly processedIssueIds: readonly string[];
  /** Messages by issue id. */
  readonly failed: Readonly<Record<string, readonly string[]>>;
  readonly result: unknown;
}

/** What an app's JQL function answered for one clause; `value` is a JQL fragment. */
export interface Precomputation {
  readonly id: string;
  /** Function, field, operator and arguments, as one text. */
  readonly clause: string;
  readonly functionKey: string;
  readonly functionName: string;
  readonly field: string;
  readonly operator: string;
  readonly arguments: readonly string[];
  readonly value: string | null;
  readonly error: string | null;
  readonly created: number;
  readonly updated: number;
  readonly used: number;
}

/** An installed app; `accountId` is the system user that its own calls are made by. */
export interface App {
  readonly id: string;
  readonly environmentId: string;
  readonly accountId: string;
  readonly modules: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** The last id given to a kind, which is its own id. */
export interface Sequence {
  readonly id: string;
  readonly last: number;
}

/** Every kind of record by the name of its collection. */
export interface Records {
  user: User;
  group: Group;
  permissionScheme: PermissionScheme;
  globalGrant: GlobalGrant;
  role: Role;
  project: Project;
  issueType: IssueType;
  issueTypeScheme: IssueTypeScheme;
  status: Status;
  workflow: Workflow;
  workflowScheme: WorkflowScheme;
  screen: Screen;
  screenScheme: ScreenScheme;
  issueTypeScreenScheme: IssueTypeScreenScheme;
  fieldConfiguration: FieldConfiguration;
  field: Field;
  fieldContext: FieldContext;
  option: Option;
  priority: Priority;
  resolution: Resolution;
  linkType: LinkType;
  issue: Issue;
  issueLink: IssueLink;
  comment: Comment;
  worklog: Worklog;
  history: ChangeHistory;
  property: PropertyRecord;
  securityScheme: SecurityScheme;
  securityLevel: SecurityLevel;
  component: Component;
  version: Version;
  dashboard: Dashboard;
  gadget: Gadget;
  filter: Filter;
  task: Task;
  app: App;
  sequence: Sequence;
  precomputation: Precomputation;
}
