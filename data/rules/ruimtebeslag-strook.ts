// The strip along a pipe: belemmeringengebied by law, as wide as the row that fits what flows through it and how hard.
import type { AreaRange } from '../document.ts';
import type { Energiedrager } from '../vocabulary.ts';
import {
  listBronnen,
  none,
  noneFrom,
  ruimtebeslagRijen,
  type RuimtebeslagUitkomst,
  type RuimtebeslagVraag,
} from './ruimtebeslag-rijen.ts';

/** Pressure (bar) from which the strips along gas pipes hold, in every row that names one. */
const strookVanafBar = 16;

interface StrookRegel {
  energiedrager: Energiedrager;
  rij: string;
  /** Whether the row speaks of this pressure; left out where it names none. */
  geldt?: (bar: number) => boolean;
}

/** The rows on the strip along a pipe, by what flows through it, each with the pressure in its own words. */
const strookRegels: readonly StrookRegel[] = [
  { energiedrager: 'warmte', rij: 'RB-22' },
  { energiedrager: 'waterstof', rij: 'RB-23', geldt: (bar) => bar >= strookVanafBar },
  { energiedrager: 'CO2', rij: 'RB-29', geldt: (bar) => bar >= strookVanafBar },
  { energiedrager: 'aardgas', rij: 'RB-28', geldt: (bar) => bar >= strookVanafBar && bar <= 40 },
  { energiedrager: 'aardgas', rij: 'RB-27', geldt: (bar) => bar > 40 },
];

/** The strip of a pipe and the land under it (m²); bereik is null with a reason without a width or a length. */
export function findStrook({ energiedrager, drukBar, lengteM }: RuimtebeslagVraag): RuimtebeslagUitkomst {
  const regels = strookRegels.filter((regel) => regel.energiedrager === energiedrager);
  const passend = regels.filter(({ geldt }) => !geldt || drukBar === undefined || geldt(drukBar));
  const rijen = ruimtebeslagRijen.filter(({ id }) => passend.some(({ rij }) => rij === id));
  const breedtes = rijen.flatMap((rij) => rij.strookBreedteM ?? []);
  const [rij] = rijen;
  if (!rij)
    return none(
      regels.length > 0
        ? `Het belemmeringengebied geldt vanaf ${strookVanafBar} bar; bij ${drukBar} bar is geen strook bekend.`
        : 'Voor deze leiding is geen strook bekend.',
    );
  if (breedtes.length === 0) return noneFrom(rij.id);
  const strookM = { min: Math.min(...breedtes), max: Math.max(...breedtes) };
  const bereik: AreaRange | null =
    lengteM === null
      ? null
      : {
          minM2: strookM.min * lengteM,
          maxM2: strookM.max * lengteM,
          soort: 'indirect',
          geverifieerd: rijen.every((one) => one.geverifieerd),
          bronnen: listBronnen(rijen),
        };
  const isUnsure = drukBar === undefined && passend.some(({ geldt }) => geldt);
  return {
    bereik,
    zonderBandbreedte: false,
    naarVermogen: false,
    strookM,
    rijen: rijen.map(({ id }) => id),
    reden: bereik ? null : 'De lengte is niet bekend; alleen de breedte van de strook.',
    toelichting: [
      ...rijen.map((one) => one.toelichting),
      isUnsure && `Alleen vanaf ${strookVanafBar} bar; de druk is niet opgegeven.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}
