import { permitted } from "../permitted";
import { noIssue, Problem } from "../problem";
import type { User } from "../config-records";
import { renderUser } from "../refs";
import { listOf, numberOf, ok, pageOf, route, type Answer, type Call, type Route } from "../router";
import { allOf, configures, people, spaceOf } from "./admission";

export const userRoutes: readonly Route[] = [
  route("GET", "/rest/api/3/myself", { scopes: people, handler: (call) => ok(myself(call)) }),
  route("GET", "/rest/api/3/user", { scopes: people, handler: (call) => ok(renderUser(call.site, asked(call))) }),
  route("GET", "/rest/api/3/users", { scopes: people, handler: (call) => listed(call, all(call)) }),
  route("GET", "/rest/api/3/users/search", { scopes: people, handler: (call) => listed(call, all(call)) }),
  route("GET", "/rest/api/3/user/search", { scopes: people, handler: (call) => listed(call, searched(call)) }),
  route("GET", "/rest/api/3/user/assignable/search", {
    scopes: people,
    handler: (call) => listed(call, assignable(call)),
  }),
  route("GET", "/rest/api/3/user/bulk", { scopes: people, handler: bulk }),
  route("GET", "/rest/api/3/user/groups", { scopes: people, handler: (call) => ok(groupsOf(call, asked(call))) }),
  route("GET", "/rest/api/3/group/bulk", { scopes: people, handler: groups }),
  route("GET", "/rest/api/3/groups/picker", { scopes: people, handler: picked }),
  route("GET", "/rest/api/3/group/member", { scopes: configures, handler: members }),
];

function all({ site }: Call): readonly User[] {
  return allOf({ site }, "user");
}

function listed({ site, query }: Call, users: readonly User[]): Answer {
  const startAt = numberOf(query, "startAt", 0);
  const shown = users.slice(startAt, startAt + Math.min(numberOf(query, "maxResults", 50), 1000));
  return ok(shown.map((user) => renderUser(site, user)));
}

function myself(call: Call): unknown {
  const { site, accountId } = call;
  const user = site.store.collection("user").get(accountId);
  if (user === null)
    throw new Problem(401, ["You are not authenticated. Authentication required to perform this operation."]);
  const items = groupsOf(call, user);
  const wanted = listOf(call.query, "expand").includes("groups") ? { groups: { size: items.length, items } } : {};
  return { ...renderUser(site, user), locale: user.locale, ...wanted };
}

function asked({ site, query }: Call): User {
  const user = site.store.collection("user").get(query.get("accountId") ?? "");
  if (user === null) throw new Problem(404, ["Specified user does not exist or you do not have required permissions"]);
  return user;
}

function searched(call: Call): readonly User[] {
  const [text, accountId] = [call.query.get("query"), call.query.get("accountId")];
  if (text === null && accountId === null)
    throw new Problem(400, ["The query parameters 'query', 'accountId' or 'property' must be given."]);
  if (accountId !== null) return all(call).filter(({ id }) => id === accountId);
  return all(call).filter((user) => fits(user, text ?? ""));
}

function assignable(call: Call): readonly User[] {
  const { site, query } = call;
  const issueKey = query.get("issueKey") ?? query.get("issueId");
  const issues = site.store.collection("issue");
  const issue = issueKey === null ? null : (issues.where("key", issueKey)[0] ?? issues.get(issueKey));
  if (issueKey !== null && issue === null) throw noIssue();
  const project = spaceOf(call, issue?.projectId ?? query.get("project") ?? "");
  const may = ({ id }: User): boolean =>
    permitted(site, { kind: "user", accountId: id }, { permission: "ASSIGNABLE_USER", project, issue });
  return all(call).filter(
    (user) => user.accountType === "atlassian" && fits(user, query.get("query") ?? "") && may(user),
  );
}

function fits({ displayName, email }: User, text: string): boolean {
  return `${displayName}\n${email}`.toLowerCase().includes(text.toLowerCase());
}

function bulk(call: Call): Answer {
  const wanted = listOf(call.query, "accountId");
  if (wanted.length > 200) throw new Problem(400, ["At most 200 account IDs can be asked for."]);
  const found = all(call).filter(({ id }) => wanted.includes(id));
  return ok(
    pageOf(
      found.map((user) => renderUser(call.site, user)),
      call.query,
      10,
    ),
  );
}

function groupsOf({ site }: Call, { id }: User): readonly unknown[] {
  const own = allOf({ site }, "group").filter(({ memberIds }) => memberIds.includes(id));
  const self = (groupId: string): string => `${site.siteUrl}/rest/api/3/group?groupId=${groupId}`;
  return own.map((group) => ({ groupId: group.id, name: group.name, self: self(group.id) }));
}

function groups({ site, query }: Call): Answer {
  const [ids, names] = [listOf(query, "groupId"), listOf(query, "groupName")];
  const known = allOf({ site }, "group");
  const found =
    ids.length + names.length === 0 ? known : known.filter(({ id, name }) => ids.includes(id) || names.includes(name));
  return ok(
    pageOf(
      found.map(({ id, name }) => ({ groupId: id, name })),
      query,
    ),
  );
}

function picked({ site, query }: Call): Answer {
  const text = (query.get("query") ?? "").toLowerCase();
  const found = allOf({ site }, "group").filter(({ name }) => name.toLowerCase().includes(text));
  const shown = found.map(({ id, name }) => ({ groupId: id, name, html: name, labels: [] }));
  return ok({
    groups: shown,
    header: `Showing ${found.length} of ${found.length} matching groups`,
    total: found.length,
  });
}

/** Of a group in one page. */
const mostMembers = 50;

function members({ site, query }: Call): Answer {
  const [id, name] = [query.get("groupId"), query.get("groupname")];
  const group = site.store.collection("group").find((known) => known.id === id || known.name === name);
  if (group === null) throw new Problem(404, [`The group named '${name ?? id ?? ""}' does not exist.`]);
  const users = group.memberIds.flatMap((accountId) => site.store.collection("user").get(accountId) ?? []);
  const shown = query.get("includeInactiveUsers") === "true" ? users : users.filter(({ active }) => active);
  if (numberOf(query, "maxResults", mostMembers) > mostMembers)
    throw new Problem(400, [`The maximum number of members is ${mostMembers}.`]);
  return ok(
    pageOf(
      shown.map((user) => renderUser(site, user)),
      query,
      mostMembers,
    ),
  );
}
