import { useState } from "react";
import type { RequestOf } from "#contract/requests";
import { ask, flag, flagRefusal } from "../bridge";

/** Sends what somebody wrote down, says so, and lets the page read its numbers again. */
export function useNote(onNoted: () => void): {
  readonly busy: boolean;
  readonly note: (request: RequestOf<"observe">) => Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const note = async (request: RequestOf<"observe">): Promise<void> => {
    setBusy(true);
    try {
      await ask("observe", request);
      flag({ type: "success", title: "Noted" });
      onNoted();
    } catch (error) {
      flagRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, note };
}
