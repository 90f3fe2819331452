import { z } from "zod";
import { listRows } from "./list-rows";

export interface CustomerList {
  readonly lines: readonly { readonly customer: string; readonly person: string }[];
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** What other systems call the same columns. */
const columns = {
  "customer e-mail": "customer",
  "customer email": "customer",
  "portal customer": "customer",
  "e-mail": "person",
  email: "person",
  user: "person",
  account: "person",
};

const name = z.string().trim().min(1).max(200);
const row = z.object({ customer: name, person: name });

/** A list that says which person a portal customer is: each by an address or an account id. */
export function readCustomers(text: string): CustomerList {
  const rows = listRows(text, columns);
  if (rows === null) return { lines: [], refused: [{ line: 1, reason: "This is not JSON." }] };
  const missing = ["customer", "person"].filter(
    (column) => rows.length > 0 && !rows.some(({ cells }) => column in cells),
  );
  if (missing.length > 0)
    return { lines: [], refused: [{ line: 1, reason: `Column missing: ${missing.join(", ")}.` }] };
  const parsed = rows.map(({ line, cells }) => ({ line, ...row.safeParse(cells) }));
  const customers = new Set(parsed.flatMap(({ data }) => (data === undefined ? [] : [plain(data.customer)])));
  const read = parsed.map(({ line, data }) => ({ line, data, reason: reasonAgainst(data, customers) }));
  return {
    lines: read.flatMap(({ data, reason }) => (data !== undefined && reason === null ? [data] : [])),
    refused: read.flatMap(({ line, reason }) => (reason === null ? [] : [{ line, reason }])),
  };
}

/** A chain of names has no end that everybody agrees on. */
function reasonAgainst(data: z.output<typeof row> | undefined, customers: ReadonlySet<string>): string | null {
  if (data === undefined) return "Both customer and person must be filled in.";
  const isChain = customers.has(plain(data.person)) && plain(data.person) !== plain(data.customer);
  return isChain ? `${data.person} is a customer in another line; name the person both stand for.` : null;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
