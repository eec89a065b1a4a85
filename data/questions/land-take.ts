import { toSquareMetres } from '../document.ts';
import { findRuimtebeslagRange } from '../rules/ruimtebeslag.ts';
import { findTypeInfra } from '../rules/type-infra.ts';
import type { RuimtebeslagAntwoord } from '../schema/antwoord.ts';
import {
  typeInfraGroepLabels,
  type Energiedrager,
  type Ligging,
  type SoortAanleg,
  type SoortRuimtebeslag,
  type TypeInfraGroep,
} from '../vocabulary.ts';
import { divideOverGemeenten } from './divide-land.ts';
import type { Facts } from './question.ts';
import type { Deel, Maat } from './shares.ts';

/** One part as ruimtebeslag.sql gives it. */
export interface Stuk extends Maat {
  id: string;
  naam: string | null;
  soort: TypeInfraGroep | null;
  spanningKv: number[] | null;
  ligging: Ligging;
  straalM: number | null;
  corridorM: number | null;
  vermogenMw: number | null;
  /** 2 an area, 1 a line, 0 a point; null without a location. */
  dim: 0 | 1 | 2 | null;
  /** Number of different points; null for a line, an area and without a location. */
  plekken: number | null;
  delen: Deel[];
}

/** What decides the size beside the geometry. Null is unknown. */
export interface LandTakeFacts {
  typeInfra: string | null;
  energiedrager: Energiedrager;
  aanleg: SoortAanleg | null;
  groep: TypeInfraGroep | null;
  spanningKv: number | null;
  drukBar: number | null;
  vermogenMw: number | null;
  /** Area the register names for the project, ha. */
  registeredHa: number | null;
  /** Codes the register names. */
  gemeenten: readonly string[];
  /** What the register rests on, and its remark about the project. */
  bronnen: readonly string[];
  opmerking: string | null;
}

type Onderdeel = RuimtebeslagAntwoord['antwoord']['onderdelen'][number];
type Size = Omit<Onderdeel, 'component' | 'gemeenten'>;

/** The land every part takes: measured where the place is exact, else by the register, else by standard sizes. */
export function listLandTake(stukken: readonly Stuk[], known: LandTakeFacts, facts: Facts): Onderdeel[] {
  const measured = stukken.filter(isMeasured);
  const rest = stukken.filter((stuk) => !isMeasured(stuk));
  const [first] = stukken;
  const only = first && stukken.length === 1 ? first : null;
  const byRegister =
    known.registeredHa !== null && rest.length > 0 && measured.every((stuk) => stuk.dim !== 2);
  // The register gives one area for the whole project: beside it only lines still take a strip of their own.
  const sized = !byRegister ? rest : only ? [] : rest.filter((stuk) => stuk.dim === 1);
  return [
    ...measured.map((stuk) => toOnderdeel(stuk, measure(stuk), known, facts)),
    ...(byRegister ? [toRegistered(only, known, facts)] : []),
    ...sized.map((stuk) => toOnderdeel(stuk, standardSize(stuk, known), known, facts)),
  ];
}

/** A polygon that is exact, or a line whose corridor is known. A search area is not what will be built. */
function isMeasured(stuk: Stuk): boolean {
  return stuk.ligging === 'exact' && stuk.m2 > 0;
}

function measure(stuk: Stuk): Size {
  const isArea = stuk.dim === 2;
  return {
    soort: isArea ? 'direct' : 'indirect',
    omschrijving: isArea
      ? 'Terrein zoals ingetekend'
      : `Strook van ${stuk.corridorM} m breed zoals ingetekend`,
    bereik: { minM2: stuk.m2, maxM2: stuk.m2 },
    herkomst: 'geometrie',
    zonderBandbreedte: false,
    geverifieerd: true,
    bronnen: [],
    toelichting: null,
  };
}

function toRegistered(only: Stuk | null, known: LandTakeFacts, facts: Facts): Onderdeel {
  const areaM2 = toSquareMetres(known.registeredHa ?? 0);
  const size: Size = {
    soort: 'direct',
    omschrijving: 'Oppervlakte volgens het register',
    bereik: { minM2: areaM2, maxM2: areaM2 },
    herkomst: 'register',
    zonderBandbreedte: true,
    geverifieerd: false,
    bronnen: [...known.bronnen],
    toelichting: [
      !only && 'Voor het hele project; hoe dit over de onderdelen verdeeld is, staat niet in het register.',
      'Het register noemt bij de oppervlakte geen eigen bron en geen zekerheid; de bronnen zijn die van het hele project.',
      known.opmerking && `Opmerking bij het project: ${known.opmerking}`,
    ]
      .filter(Boolean)
      .join(' '),
  };
  if (only) return toOnderdeel(only, size, known, facts);
  return {
    ...size,
    component: null,
    gemeenten: divideOverGemeenten(null, size.bereik, known.gemeenten, facts),
  };
}

function standardSize(stuk: Stuk, known: LandTakeFacts): Size {
  const text = findTypeInfra(known.typeInfra);
  const groep = stuk.soort ?? known.groep ?? text.groep;
  // The words of the source are about the project; they say something of a part of the same kind only.
  const isSameKind = text.groep === groep;
  const own = stuk.spanningKv ?? [];
  const spanningenKv =
    known.spanningKv !== null ? [known.spanningKv] : own.length > 0 || !isSameKind ? own : text.spanningenKv;
  const vermogenMw = known.vermogenMw ?? stuk.vermogenMw;
  const found = findRuimtebeslagRange({
    groep,
    spanningenKv,
    energiedrager: known.energiedrager,
    soortAanleg: known.aanleg,
    typeInfra: isSameKind ? known.typeInfra : null,
    lengteM: stuk.dim === 1 ? stuk.m : null,
    ...(known.drukBar !== null && { drukBar: known.drukBar }),
    ...(vermogenMw !== null && { vermogenMw }),
  });
  const { bereik } = found;
  // Each point is one object; what goes by power is sized as a whole.
  const times = found.naarVermogen ? 1 : (stuk.plekken ?? 1);
  return {
    soort: bereik?.soort ?? (isSameKind && text.maat ? 'direct' : soortByGroep[groep]) ?? null,
    omschrijving: stuk.naam ?? known.typeInfra ?? typeInfraGroepLabels[groep],
    bereik: bereik && { minM2: bereik.minM2 * times, maxM2: bereik.maxM2 * times },
    herkomst: bereik ? 'standaardmaat' : 'onbekend',
    zonderBandbreedte: found.zonderBandbreedte,
    geverifieerd: bereik?.geverifieerd ?? false,
    bronnen: bereik?.bronnen ?? [],
    toelichting:
      [
        found.reden,
        bereik && times > 1 && `Elk van de ${times} punten telt als één object: ${times} keer de maat.`,
        found.toelichting,
      ]
        .filter(Boolean)
        .join(' ') || null,
  };
}

/**
 * What kind of land a part takes of which no size is known: what has a size in the table takes a site. Of other kinds of
 * infra that is not known either.
 */
const soortByGroep: Partial<Record<TypeInfraGroep, SoortRuimtebeslag>> = {
  station: 'direct',
  verbinding: 'indirect',
  kabel: 'indirect',
  leiding: 'indirect',
};

function toOnderdeel(stuk: Stuk, size: Size, known: LandTakeFacts, facts: Facts): Onderdeel {
  return {
    component: stuk.id || null,
    ...size,
    gemeenten: divideOverGemeenten(stuk, size.bereik, known.gemeenten, facts),
  };
}
