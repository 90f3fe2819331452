import { preparedDatabase } from "#adapters/store/prepared";
import { audienceIn, planLog } from "#adapters/store/plan-log";
import type { Outside } from "#app/ports";
import type { RollbackOutside } from "#app/rollback/rollback-ports";

export function loggingOutside(outside: Outside): RollbackOutside {
  return {
    ...outside,
    log: planLog(preparedDatabase),
    audience: (plan, name) => audienceIn(preparedDatabase, plan, name),
  };
}
