import { proposeBevoegdGezag, type Situatie, type Uitslag } from '../rules/propose-bevoegd-gezag.ts';

/** Situations whose proposals are remembered: many ask about the same gemeente with the same facts. */
const most = 500;
const known = new Map<string, Uitslag>();

/**
 * The proposals of the rules, worked out once for each situation: they follow from it alone, and cost as much as the
 * rest of the answer together. Not to be changed by who gets them.
 */
export function findProposals({
  gemeenten,
  provincies,
  waterschappen,
  ...rest
}: Situatie): Readonly<Uitslag> {
  // Without the m² and m of the parts: the rules look at who and at shares only.
  const situatie: Situatie = {
    gemeenten: gemeenten.map(toPart),
    provincies: provincies.map(toPart),
    waterschappen: waterschappen.map(toPart),
    ...rest,
  };
  const key = JSON.stringify(situatie);
  let uitslag = known.get(key);
  if (!uitslag) {
    uitslag = proposeBevoegdGezag(situatie);
    const oldest = known.size >= most ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(key, uitslag);
  }
  return uitslag;
}

const toPart = ({ code, naam, aandeel, aandelen }: Situatie['gemeenten'][number]) => ({
  code,
  naam,
  aandeel,
  ...(aandelen && { aandelen }),
});
