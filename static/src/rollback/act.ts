import { useState } from "react";
import type { RequestName, RequestOf } from "#contract/requests";
import type { RollbacksView } from "#contract/rollbacks";
import { ask, flagRefusal } from "../bridge";

type Acts =
  | "enterReading"
  | "countReading"
  | "startRollback"
  | "tickRunStep"
  | "abortRollback"
  | "noteLesson"
  | "announceAgain";

export interface Acting {
  readonly busy: boolean;
  /** Resolves to whether it worked; what did not is shown as a flag. */
  readonly act: <N extends Acts & RequestName>(name: N, request: RequestOf<N>) => Promise<boolean>;
}

/** Everything one can do here answers with the page as it stands afterwards. */
export function useAct(onChanged: (view: RollbacksView) => void): Acting {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async act(name, request) {
      setBusy(true);
      try {
        onChanged(await ask(name, request));
        return true;
      } catch (error) {
        flagRefusal(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
