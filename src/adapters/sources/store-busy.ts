import { ForgeKvsAPIError } from "@forge/kvs";

/** Forge takes a thousand requests of an installation in a second, whoever caused them. */
export function isStoreBusy(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 429;
}
