import type { ProposalView } from "#contract/sync";
import { operations } from "#domain/sync/operations";
import type { Outside } from "../ports";
import { Refusal } from "../refusal";
import { mayWrite } from "./may-write";
import type { Proposed } from "./propose";

/** What would refuse the whole apply, said before anybody presses the button. */
export async function blockedBy({ proposal, mapping }: Proposed, outside: Outside): Promise<ProposalView["blocked"]> {
  if (operations(proposal, () => null).length === 0) return [];
  try {
    await mayWrite(outside.jira, { accountId: outside.who.accountId, spaceId: mapping.space.id });
    return [];
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_allowed") return [{ message: error.message, mend: error.mend }];
    throw error;
  }
}
