import { z } from "zod";
import { Refusal } from "#app/refusal";

const problem = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
});

/** Jira's own words, field by field. */
export function problemText(body: unknown): string {
  const read = problem.safeParse(body);
  if (!read.success) return "";
  const fields = Object.entries(read.data.errors).map(([field, message]) => `${field}: ${message}`);
  return [...read.data.errorMessages, ...fields].join(" ");
}

export function refusalOf(status: number, body: unknown): Refusal {
  const said = problemText(body) || `Jira answered ${status}.`;
  const cause = { status, body };
  // Of links, Jira says 401 to somebody it knows and does not allow.
  const lacks = status === 401 && /permission/i.test(said);
  if (status === 401 && !lacks) {
    const mend = "Sign in again; at the command line, check UPTAKE_EMAIL and UPTAKE_TOKEN.";
    return new Refusal("not_allowed", { message: `Jira does not know who asks. ${said}`, mend, cause });
  }
  if (status === 403 || lacks) {
    const mend = "Ask the space's administrator for the permission.";
    return new Refusal("not_allowed", { message: `Jira does not allow this. ${said}`, mend, cause });
  }
  if (status === 404) {
    return new Refusal("not_found", {
      message: said,
      mend: "Check that it still exists and that you may see it.",
      cause,
    });
  }
  return new Refusal("jira_refused", { message: said, mend: mendFor(said), cause });
}

export function mendFor(said: string): string {
  if (/required/i.test(said)) return "Make the field optional for this work type, or give it a default value.";
  if (/cannot be set|not on the appropriate screen/i.test(said))
    return "Run set-up again: it puts the field on the space's screens.";
  if (/issue ?type/i.test(said)) return "Run set-up again: the work type is missing from the space's scheme.";
  if (/assign/i.test(said))
    return "Give this person the “Assignable user” permission in the space, or change the owner.";
  return "Mend what Jira names and sync again.";
}

export function statusOf(error: unknown): number | null {
  const cause = error instanceof Refusal ? error.cause : null;
  const status = typeof cause === "object" && cause !== null && "status" in cause ? cause.status : null;
  return typeof status === "number" ? status : null;
}
