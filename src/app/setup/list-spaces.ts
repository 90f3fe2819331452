import type { SpaceView } from "#contract/setup";
import type { Outside } from "../ports";
import { findMapping } from "../sync/space-mapping";

export async function listSpaces(_: object, outside: Outside): Promise<readonly SpaceView[]> {
  const spaces = await outside.jira.spaces();
  return Promise.all(
    spaces.map(async (space) => ({ ...space, ready: (await findMapping(outside.settings, space.id)) !== null })),
  );
}
