import { emptyKept, keptSync } from "#adapters/store/kept-runs";
import { sqlRuns } from "#adapters/store/sql-runs";
import { runsCases } from "../../support/runs-cases";
import { embeddedStore } from "../../support/store";

runsCases("file", async () => keptSync(emptyKept(), async () => undefined).runs);
runsCases("embedded SQL", async () => sqlRuns((await embeddedStore()).database));
