import { ask } from "../bridge";
import { count } from "../parts/share";
import { ListImport } from "./list-import";

/** Who the customers of a service portal are, where they go by another address there. */
export function Customers({ plan }: { readonly plan: string }) {
  return (
    <section className="stack stack-tight" aria-label="Portal customers">
      <h3>Portal customers</h3>
      <p className="subtle">
        Customers and accounts are known by their e-mail address. Where that is another one than in the list of people,
        or Jira hides it, a CSV with the columns customer and person says who is who, by address or account id.
      </p>
      <ListImport
        label="List of customers"
        send={(csv) => ask("importCustomers", { plan, csv })}
        say={(added, refused) =>
          `${count(added, "customer")} taken. The next look reads all tickets once more.${refused === null ? "" : ` ${refused}`}`
        }
      />
    </section>
  );
}
