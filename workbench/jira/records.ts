import type {
  Named,
  User,
  Group,
  PermissionScheme,
  GlobalGrant,
  Role,
  Project,
  IssueType,
  IssueTypeScheme,
  Status,
  Workflow,
  WorkflowScheme,
  Screen,
  ScreenScheme,
  IssueTypeScreenScheme,
  FieldConfiguration,
  Field,
  FieldContext,
  Option,
  Priority,
  Resolution,
  LinkType,
  SecurityScheme,
  SecurityLevel,
} from "./config-records";

/**
 * What the embedded Jira remembers. Records hold raw values and ids only; what a client sees is rendered from them.
 * Instants are epoch milliseconds, days are `YYYY-MM-DD`, rich text is ADF.
 */

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
