import { preparedDatabase } from "#adapters/store/prepared";
import { audienceIn, rollbackLog } from "#adapters/store/rollback-log";
import type { Outside } from "#app/ports";
import type { RollbackOutside } from "#app/rollback/log";

export function rollbackOutside(outside: Outside): RollbackOutside {
  return {
    ...outside,
    log: rollbackLog(preparedDatabase),
    audience: (plan, name) => audienceIn(preparedDatabase, plan, name),
  };
}
