/** The published limits of the platform. "Platform quotas and limits" means developer.atlassian.com/platform/forge/platform-quotas-and-limits. */

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Platform quotas and limits, Invocation limits (2026-08-05). */
export const invocation = {
  defaultSeconds: 25,
  webTriggerSeconds: 55,
  longDefaultSeconds: 55,
  longMostSeconds: 900,
  requestBytes: 500 * kilobyte,
  responseBytes: 5 * megabyte,
  webTriggerBytes: 5 * megabyte,
  memoryMb: 512,
  memoryMostMb: 1024,
  perUser: { most: 1200, perMs: minuteMs },
  perInstallation: { most: 7000, perMs: minuteMs },
  logLines: 100,
} as const;

/** Storage reference, KVS limits (2026-06-04). Depth, sizes and counts as published; the two rates are per installation. */
export const kvs = {
  keyCharacters: 500,
  valueBytes: 240 * kilobyte,
  depth: 31,
  batchKeys: 25,
  transactionOperations: 25,
  transactionBytes: 4 * megabyte,
  pageDefault: 10,
  pageMost: 100,
  ttlMostMs: 366 * dayMs,
  /** An expired key keeps blocking FAIL_IF_EXISTS until it is swept, which may take this long. */
  sweepAfterMs: 2 * dayMs,
  requests: { most: 1000, perMs: 1000 },
} as const;

/** Storage reference, Forge SQL limits (2026-08-13). */
export const sql = {
  requestBytes: megabyte,
  responseBytes: 4 * megabyte,
  totalBytes: 1024 * megabyte,
  tables: 200,
  dml: { most: 150, perMs: 1000 },
  ddl: { most: 25, perMs: minuteMs },
  selectMs: 5_000,
  writeMs: 10_000,
  ddlMs: 20_000,
  /** Query time a minute. */
  busy: { most: 62_500, perMs: minuteMs },
} as const;

/** Async events API, limits (2026-05-22). */
export const queue = {
  eventsAPush: 50,
  pushBytes: 200 * kilobyte,
  longEventBytes: 100 * kilobyte,
  longSeconds: 55,
  events: { most: 500, perMs: minuteMs },
  delayMostSeconds: 900,
  chain: 1000,
  retryDataBytes: 4 * kilobyte,
  retryAfterMostSeconds: 900,
  retentionMs: dayMs,
  retries: 4,
  backoffMs: [5_000, 30_000, 120_000, 900_000],
} as const;

/** Product events reference: up to three minutes late on a site; here late enough that nobody can count on "at once". */
export const productEvents = { delayMs: 500, bytes: 200 * 1000 } as const;

/** Scheduled trigger reference. */
export const schedules = {
  intervalsMs: { fiveMinute: 5 * minuteMs, hour: 60 * minuteMs, day: dayMs, week: 7 * dayMs },
  most: 5,
} as const;

/** Realtime limits: operations a second of one installation. */
export const realtime = { operations: { most: 50, perMs: 1000 }, kept: 1000 } as const;
