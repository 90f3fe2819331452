/** How a request reaches Jira: through Forge, over HTTP with an API token, or straight into an embedded Jira. */
export type Transport = (request: JiraRequest) => Promise<JiraAnswer>;

export interface JiraRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path and query. */
  readonly path: string;
  readonly body: string | null;
}

export interface JiraAnswer {
  readonly status: number;
  header(name: string): string | null;
  readonly text: string;
}

/** A request whose answer only reads, whatever its method says. */
export function isRead({ method, path }: JiraRequest): boolean {
  return method === "GET" || readingPosts.some((start) => path.startsWith(start));
}

const readingPosts = [
  "/rest/api/3/search/jql",
  "/rest/api/3/issue/bulkfetch",
  "/rest/api/3/permissions/check",
  "/rest/api/3/changelog/bulkfetch",
];

/** May be sent again after a lost answer: Jira takes a link that is already there as success. */
export function isRepeatable(request: JiraRequest): boolean {
  return request.method !== "POST" || isRead(request) || request.path === "/rest/api/3/issueLink";
}
