/** An answer that refuses, in Jira's shape. A thrown one takes back everything the request wrote. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly texts: string[];
  readonly body: unknown;

  constructor(status: number, errorMessages: readonly string[], errors: Readonly<Record<string, string>> = {}) {
    const texts = [...errorMessages, ...Object.values(errors)];
    super(`${status} ${texts.join(" ")}`);
    this.status = status;
    this.texts = texts;
    this.body = { errorMessages, errors };
  }
}

export function invalidPayload(): Problem {
  return new Problem(400, ["Invalid request payload. Refer to the REST API documentation and try again."]);
}

export function noIssue(): Problem {
  return new Problem(404, ["Issue does not exist or you do not have permission to see it."]);
}

export function noProject(idOrKey: string): Problem {
  return new Problem(404, [`No project could be found with key '${idOrKey}'.`]);
}

export function unauthenticated(): Problem {
  return new Problem(401, ["You are not authenticated. Authentication required to perform this operation."]);
}
