import { VOORBEELD_OVERHEIDSCODE } from '../../data/rules/imro-status.ts';
import { StartError } from '../db/errors.ts';
import type { ReaderSettings } from './reader-settings.ts';

/** What the API of ruimtelijke plannen is asked with. */
export interface PlanApiConfig {
  /** A secret: it goes to the API and nowhere else. */
  key: string;
  /**
   * IMRO codes of four digits: a gemeente by its CBS code, a provincie as 99xx, the Rijk as 0000. They are not looked up
   * in the register of gemeenten: plans keep the code of a gemeente that has been merged since.
   */
  overheden: readonly string[];
}

/** What the settings say about plans. Throws a StartError (Dutch) when it cannot be right. */
export function toPlanApi({
  PLANNEN_API_KEY: key = '',
  PLANNEN_OVERHEDEN: overheden = '',
}: ReaderSettings): PlanApiConfig {
  // The value is not repeated: it is a secret.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new StartError(
      'PLANNEN_API_KEY bevat een spatie of een ander teken dat niet in een sleutel hoort. Verwacht: alleen letters, cijfers en leestekens.',
    );
  return { key, overheden: toCodes(overheden) };
}

function toCodes(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim());
  const wrong = codes.find((code) => !/^\d{4}$/.test(code) || code === VOORBEELD_OVERHEIDSCODE);
  if (wrong !== undefined)
    throw new StartError(
      `PLANNEN_OVERHEDEN noemt "${wrong}". Verwacht: codes van vier cijfers met komma's ertussen, zoals 0344,9926 (gemeente: CBS-code; provincie: 99 en haar nummer; Rijk: 0000; ${VOORBEELD_OVERHEIDSCODE} is voor voorbeelden).`,
    );
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined)
    throw new StartError(`PLANNEN_OVERHEDEN noemt ${twice} twee keer. Verwacht: elke code één keer.`);
  return codes;
}
