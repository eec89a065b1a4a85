// Land take of energy infrastructure: 35 sizes with their source, and how to find the range that fits. Sizes differ
// by a factor of two at one voltage, so the answer is a range with its sources, or null with the reason; where the
// sources give one size only, that is said with it.
// Only rows of soort "wettelijk" come from law; stations are project sizes and rules of thumb.
import { toSquareMetres } from '../document.ts';
import type { Energiedrager, SoortAanleg } from '../vocabulary.ts';
import {
  listBronnen,
  none,
  noneFrom,
  ruimtebeslagRijen,
  type RuimtebeslagRij,
  type RuimtebeslagUitkomst,
  type RuimtebeslagVraag,
} from './ruimtebeslag-rijen.ts';
import { findStrook } from './ruimtebeslag-strook.ts';
import { findTypeInfra } from './type-infra.ts';

export { ruimtebeslagRij, ruimtebeslagRijen } from './ruimtebeslag-rijen.ts';

/** The range of land an object of this kind takes, in m², with sources; bereik is null with a reason when no size is
 *  known, when the text stands for several objects, or when a strip has no length yet. */
export function findRuimtebeslagRange(vraag: RuimtebeslagVraag): RuimtebeslagUitkomst {
  if (findTypeInfra(vraag.typeInfra).meervoud)
    return none('Staat voor meer objecten; het aantal is niet bekend.');
  if (vraag.groep === 'leiding') return findStrook(vraag);
  if (vraag.groep === 'verbinding') return noneFrom('RB-20');
  if (vraag.groep === 'kabel') return noneFrom('RB-21');
  const klasse = findKlasse(vraag);
  if (klasse === null)
    return none(
      vraag.groep === 'station'
        ? 'Het spanningsniveau is niet bekend, dus ook de maat niet.'
        : 'Voor dit type infra is geen maat bekend.',
    );
  const alle = ruimtebeslagRijen.filter((rij) => rij.klasse === klasse && rij.min !== null);
  if (alle.length === 0) return none('Voor dit soort station is geen maat bekend.');
  // A size without aanleg holds for both: it goes by power.
  const rijen = alle.filter((rij) => rij.aanleg === null || rij.aanleg === vraag.soortAanleg);
  if (rijen.length > 0) return toUitkomst(rijen, vraag);
  return none(
    vraag.soortAanleg === null
      ? 'Of het nieuw is of een uitbreiding, is niet bekend.'
      : 'Voor een uitbreiding van dit soort station is geen maat bekend; de maat van een nieuw station geldt er niet voor.',
  );
}

/** The question for a whole project, from its own facts. */
export function toRuimtebeslagVraag(
  project: { typeInfra: string | null; energiedrager: Energiedrager; soortAanleg: SoortAanleg | null },
  lengteM: number | null,
): RuimtebeslagVraag {
  const { groep, spanningenKv } = findTypeInfra(project.typeInfra);
  return { ...project, groep, spanningenKv, lengteM };
}

/** Levels in kV below those of the high-voltage stations, as the sizes and the project list name them (150/20, 150/21,
 *  110/10 kV): a station that has no higher one is an MS-station. */
const middenspanningKv = [10, 20, 21];

/** What kind of size fits: by what the text says, else by the highest voltage; null when neither is known. */
function findKlasse({ groep, spanningenKv, typeInfra }: RuimtebeslagVraag): string | null {
  const { maat } = findTypeInfra(typeInfra);
  if (maat !== undefined) return maat;
  if (groep !== 'station' || spanningenKv.length === 0) return null;
  const highest = Math.max(...spanningenKv);
  return middenspanningKv.includes(highest) ? 'ms-station' : `hs-${highest}`;
}

function toUitkomst(
  alle: RuimtebeslagRij[],
  { vermogenMw, typeInfra }: RuimtebeslagVraag,
): RuimtebeslagUitkomst {
  // A size that was seen in a source goes before background knowledge; the two are never mixed.
  const gezien = alle.filter((rij) => rij.geverifieerd);
  const rijen = gezien.length ? gezien : alle;
  const maten = rijen.map((rij) => toAreaM2(rij, vermogenMw)).filter((maat) => maat !== null);
  const [rij] = rijen;
  if (maten.length < rijen.length)
    return none(`Het vermogen is niet bekend; de maat is ${rij?.min} ${rij?.eenheid}.`);
  const minM2 = Math.min(...maten.map((maat) => maat.minM2));
  const maxM2 = Math.max(...maten.map((maat) => maat.maxM2));
  return {
    bereik: { minM2, maxM2, soort: 'direct', geverifieerd: gezien.length > 0, bronnen: listBronnen(rijen) },
    zonderBandbreedte: minM2 === maxM2,
    naarVermogen: rijen.some(({ eenheid }) => eenheid !== 'm2'),
    strookM: null,
    rijen: rijen.map((one) => one.id),
    reden: null,
    toelichting: [
      describeMaten(rijen, minM2 === maxM2),
      rij?.klasse === 'ms-station' && findTypeInfra(typeInfra).maat === undefined && describeMsRuimte(),
    ]
      .filter(Boolean)
      .join(' '),
  };
}

const MW_PER_GW = 1000;

/** A voltage alone does not tell an MS-station from the smaller MS-ruimte. */
function describeMsRuimte(): string {
  const rij = ruimtebeslagRijen.find(({ klasse, geverifieerd }) => klasse === 'ms-ruimte' && geverifieerd);
  return `Een MS-ruimte (transformatorhuisje) is kleiner: ${rij?.min} tot ${rij?.max} m².`;
}

/** A size in m²; null when it goes by power and that is not known. */
function toAreaM2(
  { min, max, eenheid }: RuimtebeslagRij,
  vermogenMw: number | undefined,
): { minM2: number; maxM2: number } | null {
  if (min === null || max === null) return null;
  if (eenheid === 'm2') return { minM2: min, maxM2: max };
  if (vermogenMw === undefined) return null;
  if (eenheid === 'ha per GW')
    return {
      minM2: (toSquareMetres(min) * vermogenMw) / MW_PER_GW,
      maxM2: (toSquareMetres(max) * vermogenMw) / MW_PER_GW,
    };
  if (eenheid === 'MW per ha')
    return { minM2: toSquareMetres(vermogenMw / max), maxM2: toSquareMetres(vermogenMw / min) };
  return null;
}

/** What a single size is called, where the soort of its row is no word for it. */
const maatWoorden: Record<string, string> = { bandbreedte: 'opgave', omgerekend: 'omgerekende maat' };

/** What a reader must know of the sizes: how many there are, of what, and how far others lie apart. */
function describeMaten(rijen: readonly RuimtebeslagRij[], zonderBandbreedte: boolean): string {
  const [rij, ...others] = rijen;
  const isStation = rij?.klasse?.startsWith('hs-');
  const words =
    rij && others.length === 0
      ? [
          `Rust op één ${maatWoorden[rij.soort] ?? rij.soort}: ${rij.object}${rij.jaar ? `, ${rij.jaar}` : ''}.`,
          zonderBandbreedte &&
            `Dat is geen bandbreedte: ${isStation ? spreiding : 'een tweede maat is er niet.'}`,
          rij.geverifieerd ? rij.toelichting : 'Uit achtergrondkennis: niet gebruiken zonder controle.',
        ]
      : ['Projectmaten en vuistregels van hele stations en van TenneT-delen.'];
  return [...words, isStation && 'Een regionaal deel kan erbij komen.'].filter(Boolean).join(' ');
}

/** How far sizes at one voltage lie apart: the remark with the source file, with the rows it goes by. */
const spreidingRijen = ['RB-01', 'RB-02', 'RB-35', 'RB-03', 'RB-04'];
const spreiding = `maten bij één spanning verschillen tot een factor twee (380 kV nieuw: 8 tot 15 ha; 150 kV nieuw: 3,5 tot 6 ha; ${[
  ...new Set(
    listBronnen(ruimtebeslagRijen.filter(({ id }) => spreidingRijen.includes(id))).map((bron) =>
      new URL(bron).hostname.replace(/^www\./, ''),
    ),
  ),
].join(', ')}).`;
