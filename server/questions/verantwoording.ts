import type { Verantwoording } from '../../data/schema/bron.ts';
import type { AreaRegister } from '../areas/register.ts';

/** Sources whose boundaries are drawn and measured with; the others are plans, projects and names. */
const boundaries = ['gemeenten', 'provincies', 'res-regios', 'subregios', 'netbeheerdersgebieden'];
const schematicRemark = 'Schematische grenzen, niet voor besluitvorming.';

/** What an answer rests on: the loaded ones of the sources it names, with what a reader must know of them. */
export function toVerantwoording(
  register: AreaRegister,
  sourceIds: readonly string[],
  peildatum: string,
  remarks: readonly string[] = [],
): Verantwoording {
  const used = register.bronnen.filter((bron) => sourceIds.includes(bron.id));
  const schematic = used.some((bron) => bron.herkomst === 'schematisch' && boundaries.includes(bron.id));
  const missing = sourceIds.filter((id) => !used.some((bron) => bron.id === id));
  return {
    peildatum,
    berekendOp: new Date().toISOString(),
    crs: 'EPSG:28992',
    bronnen: used.map(({ id, titel, herkomst, peildatum: date, licentie, dekking, afwijkingP95M }) => ({
      id,
      titel,
      herkomst,
      peildatum: date,
      licentie,
      dekking,
      afwijkingP95M,
    })),
    opmerkingen: [
      ...(schematic ? [schematicRemark] : []),
      ...remarks,
      ...(missing.length > 0 ? [`Niet geladen en dus niet meegenomen: ${missing.join(', ')}.`] : []),
    ],
  };
}
