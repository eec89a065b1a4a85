import { netbeheerders } from '../../../data/seed/netbeheerders.ts';
import { bevoegdGezagLabels, type BevoegdGezag } from '../../../data/vocabulary.ts';
import { unknownText } from '../../format.ts';
import { useAtlas } from '../../state/contexts.ts';

/** What an organisation is called: an area by its name (a provincie says that it is one, as a gemeente can have the
 *  same name), a netbeheerder by its own; else the code. Call while a component initialises. */
export function useOrganisationName(): (code: string) => string {
  const { api } = useAtlas();
  const find = (soort: 'gemeente' | 'provincie' | 'waterschap', code: string) =>
    api.gebieden(soort).data?.gebieden.find((each) => each.code === code)?.naam;
  return (code) => {
    if (/^GM\d{4}$/.test(code)) return `gemeente ${find('gemeente', code) ?? code}`;
    if (/^PV\d{2}$/.test(code)) return `provincie ${find('provincie', code) ?? code}`;
    if (/^WS\d{4}$/.test(code)) return find('waterschap', code) ?? code;
    if (code === 'rijk') return 'Rijk';
    return netbeheerders.find(({ id }) => id === code)?.naam ?? code;
  };
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
