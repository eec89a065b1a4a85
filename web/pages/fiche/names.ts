import type { Versie } from '../../../data/schema/registratie.ts';
import { bevoegdGezagLabels, type BevoegdGezag } from '../../../data/vocabulary.ts';
import { unknownText } from '../../format.ts';
import { useOrganisations } from '../records/organisations.svelte.ts';

/** What an organisation is called in a sentence: a gemeente and a provincie can have one name, so those say what they
 *  are. The code where the name is not known. Call while a component initialises. */
export function useOrganisationName(): (code: string) => string {
  const organisations = useOrganisations();
  return (code) => {
    const found = organisations.all?.find((each) => each.code === code);
    if (!found) return code;
    const kind = found.soort === 'gemeente' || found.soort === 'provincie' ? found.soort : null;
    return kind && !found.naam.toLowerCase().startsWith(kind) ? `${kind} ${found.naam}` : found.naam;
  };
}

/** Who answers for a version, in words. */
export function toOwnerWords(
  { doorOrganisatie, eigenaar }: Pick<Versie, 'doorOrganisatie' | 'eigenaar'>,
  nameOf: (code: string) => string,
): string {
  const code = doorOrganisatie ?? eigenaar;
  return code === null ? unknownText : nameOf(code);
}

/** Who decides, in words; the organisation where it is known. */
export function toAuthorityWords(
  bevoegdGezag: string | null,
  organisatie: string | null,
  nameOf: (code: string) => string,
): string {
  if (organisatie) return nameOf(organisatie);
  if (bevoegdGezag === null) return unknownText;
  return bevoegdGezagLabels[bevoegdGezag as BevoegdGezag] ?? bevoegdGezag;
}
