import { refusalOf } from "#adapters/jira/refused";
import { expect, test } from "vitest";

const said = (...errorMessages: string[]) => ({ errorMessages, errors: {} });

test.each([
  [401, said(), "not_allowed", /^Jira does not know who asks/, /^Sign in again/],
  [
    401,
    said("You do not have permission to link issues."),
    "not_allowed",
    /does not allow this/,
    /space's administrator/,
  ],
  [403, said("Forbidden."), "not_allowed", /does not allow this. Forbidden/, /space's administrator/],
  [404, said("Issue does not exist."), "not_found", /^Issue does not exist/, /still exists/],
  [400, { errorMessages: [], errors: { due: "is required" } }, "jira_refused", /^due: is required/, /optional/],
  [502, "<html>", "jira_refused", /^Jira answered 502/, /./],
])("what Jira means by %i %j has its mend", (status, body, code, message, mend) => {
  const refusal = refusalOf(status, body);
  expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(refusal.mend).toMatch(mend);
});
