/** What a site is set up with: people, permissions, spaces, types, workflows, screens and fields. */

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

export interface SecurityScheme extends Named {
  readonly defaultLevelId: string | null;
}

export interface SecurityLevel extends Named {
  readonly schemeId: string;
  readonly holders: readonly Holder[];
}
