import Button from "@atlaskit/button/default/button";
import type { AdoptionOffer } from "#contract/sync";
import { ItemLink } from "../parts/item-link";
import { count } from "../parts/share";
import { plainOffers } from "./settling";
import type { Settling } from "./settling";

interface Props {
  readonly offers: readonly AdoptionOffer[];
  readonly settling: Settling;
  readonly onChange: (settling: Settling) => void;
}

/** Work items that are there already and may be what the plan means. Only a person knows; nothing is taken on unasked. */
export function AdoptionOffers({ offers, settling, onChange }: Props) {
  if (offers.length === 0) return null;
  const { adopt } = settling;
  const plain = plainOffers(offers);
  const taken = offers.filter(({ item }) => adopt[item] !== undefined).length;
  const use = (item: string, key: string | null) => {
    const rest = Object.fromEntries(Object.entries(adopt).filter(([one]) => one !== item));
    onChange({ ...settling, adopt: key === null ? rest : { ...rest, [item]: key } });
  };
  return (
    <section className="group group-warn stack stack-tight" aria-label="Existing work items">
      <div className="row row-apart">
        <h3 aria-live="polite">
          Perhaps there already: {taken} of {count(offers.length, "work item")} taken on
        </h3>
        <div className="row">
          {Object.keys(plain).length === 0 ? null : (
            <Button spacing="compact" onClick={() => onChange({ ...settling, adopt: { ...adopt, ...plain } })}>
              Use all that fit one to one ({Object.keys(plain).length})
            </Button>
          )}
          <Button spacing="compact" onClick={() => onChange({ ...settling, adopt: {} })}>
            Create all anew
          </Button>
        </div>
      </div>
      <p>
        These work items bear the title of something the plan would create. Use one, and the plan takes it on and
        changes it to what the file says; otherwise a new one is made beside it.
      </p>
      <ul className="rows">
        {offers.map((offer) => (
          <Offer
            key={offer.item}
            offer={offer}
            chosen={adopt[offer.item] ?? null}
            onUse={(key) => use(offer.item, key)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OfferProps {
  readonly offer: AdoptionOffer;
  readonly chosen: string | null;
  readonly onUse: (key: string | null) => void;
}

function Offer({ offer, chosen, onUse }: OfferProps) {
  return (
    <li className="conflict">
      <fieldset>
        <legend>
          {offer.title} <span className="tag">{offer.kind}</span>
        </legend>
        <label className={chosen === null ? "side side-chosen" : "side"}>
          <input type="radio" name={`adopt ${offer.item}`} checked={chosen === null} onChange={() => onUse(null)} />
          <span>Create a new one</span>
        </label>
        {offer.candidates.map(({ key, title, status, because }) => (
          <label key={key} className={chosen === key ? "side side-chosen" : "side"}>
            <input type="radio" name={`adopt ${offer.item}`} checked={chosen === key} onChange={() => onUse(key)} />
            <span className="side-text">
              Use <ItemLink itemKey={key} /> {title} <span className="tag">{status}</span>{" "}
              <span className="faint">{because === "title" ? "same title" : "put into the plan in Jira"}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
