import type { RuimtebeslagAntwoord } from '../../../data/schema/antwoord.ts';
import { formatShare, toText } from '../../format.ts';
import { toLandQuantity, type Onderdeel } from '../../panels/questions/ruimtebeslag.ts';

type Gevraagd = RuimtebeslagAntwoord['antwoord']['gevraagd'];

/**
 * In which gemeenten a part takes its room: `Amersfoort 2,98 ha 87 %, Leusden 0,44 ha 13 %`. Where it is still to be
 * settled in which of them it comes, no amount is anybody's: then it is in one or the other.
 */
export function toGemeentenWords(
  { gemeenten, herkomst, zonderBandbreedte }: Onderdeel,
  { ligging }: Pick<Gevraagd, 'ligging'>,
): string {
  const isOpen = ligging !== 'exact' && herkomst !== 'geometrie' && gemeenten.length > 1;
  if (!isOpen)
    return gemeenten
      .map(
        ({ naam, aandeel, bereik }) =>
          `${naam} ${toText(toLandQuantity(bereik, zonderBandbreedte))} (${formatShare(aandeel)})`,
      )
      .join(', ');
  const of = ligging === 'zoekgebied' ? ' van het zoekgebied' : '';
  const parts = gemeenten.map(({ naam, aandeel }) => `${naam} (${formatShare(aandeel)}${of})`);
  return `Mogelijk in ${parts.slice(0, -1).join(', ')} of ${parts.at(-1)}; in welke staat nog niet vast.`;
}
