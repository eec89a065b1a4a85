import type { Geometrie } from '../../data/schema/geometrie.ts';
import type { RecordBody } from '../api-records.ts';
import { toRd } from '../map/rd.ts';
import { mapPositions } from '../tools/written-geometry.ts';
import type { DraftFields, PlacingDraft } from './draft.svelte.ts';
import { getActive, type Placement, type Variant } from './placement.ts';
import { toRing } from './rectangle.ts';
import { uniteShapes } from './unite.ts';

// From a draft to what the server keeps. Geometry goes in RD New: a rectangle by its own numbers, so that its area is
// kept to the square metre.

type Gegevens = Record<string, unknown>;
type Part = Pick<RecordBody, 'gegevens' | 'vertrouwelijkheid' | 'embargoTot'>;
/** What POST /api/v1/projecten takes. */
export interface ProjectBody extends Part {
  componenten: (Part & { varianten: Part[] })[];
  partijen: Part[];
}

/** What the place says, for what was left to it. */
export interface Proposed {
  provincies: readonly string[];
  gemeenten: readonly string[];
}

/** The shape of a variant in RD New, to the millimetre; null when it has none. */
export function toRdGeometry({ rechthoek, geometrie }: Variant): Geometrie | null {
  const round = (metres: number) => Math.round(metres * 1000) / 1000;
  if (rechthoek)
    return { type: 'Polygon', coordinates: [toRing(rechthoek).map(([x, y]) => [round(x), round(y)])] };
  return (
    geometrie &&
    mapPositions(geometrie, (lngLat) => {
      const [x, y] = toRd(lngLat);
      return [round(x), round(y)];
    })
  );
}

/** A shared level of confidentiality, as project, component and variants carry it. */
export function toSight({ vertrouwelijkheid, embargoTot }: DraftFields): Omit<Part, 'gegevens'> {
  return { vertrouwelijkheid, ...(embargoTot && { embargoTot }) };
}

/** The fields of a variant or component that say where it is. */
export function toPlaceFields(variant: Variant): Gegevens {
  const geometrie = toRdGeometry(variant);
  const isLine = geometrie?.type.endsWith('LineString') ?? false;
  return {
    ligging: geometrie ? variant.ligging : 'geen',
    ...(geometrie && { geometrie }),
    ...(isLine && variant.corridorM !== null && { corridorM: variant.corridorM }),
    ...(variant.ligging === 'indicatief' && variant.straalM !== null && { straalM: variant.straalM }),
    ...(variant.sjabloon && { sjabloon: variant.sjabloon }),
  };
}

/**
 * Where the component lies while it has several alternatives: where the chosen one lies, or else one search area of all
 * of them together, since it comes to lie in one of them. With one alternative it lies there.
 */
export async function toComponentPlace({ varianten, actief }: Placement): Promise<Gegevens> {
  const [first] = varianten;
  const chosen = varianten.find(({ gekozen }) => gekozen);
  if (chosen) return toPlaceFields(chosen);
  if (varianten.length === 1 && first) return toPlaceFields(first);
  const placed = varianten.filter(({ geometrie }) => geometrie);
  const shapes = placed.flatMap((variant) => toRdGeometry(variant) ?? []);
  const geometrie = await uniteShapes(shapes);
  if (!geometrie)
    return placed.length === 0 ? { ligging: 'geen' } : toPlaceFields(getActive({ varianten, actief }));
  return { ligging: 'zoekgebied', geometrie };
}

/** The body of a new project. */
export async function toProjectBody(
  draft: PlacingDraft,
  placement: Placement,
  proposed: Proposed,
): Promise<ProjectBody> {
  const { fields, spanningenKv } = draft;
  const sight = toSight(fields);
  const text = (value: string) => value.trim();
  return {
    ...sight,
    gegevens: {
      naam: text(fields.naam),
      energiedrager: fields.energiedrager,
      typeInfraGroep: fields.groep,
      aard: fields.aanleg,
      fase: 'verkenning',
      provincies: fields.provincies.length > 0 ? [...fields.provincies] : [...proposed.provincies],
      gemeenten: [...proposed.gemeenten],
      buitenbeeld: fields.buitenbeeld,
      ...(text(fields.typeInfra) && { typeInfra: text(fields.typeInfra) }),
      ...(text(fields.netbeheerder) && { netbeheerders: [text(fields.netbeheerder)] }),
      ...(text(fields.doel) && { doel: text(fields.doel) }),
    },
    componenten: [
      {
        ...sight,
        gegevens: {
          naam: text(fields.naam),
          soort: fields.groep,
          spanningKv: spanningenKv,
          buitenbeeld: fields.buitenbeeldPlek,
          ...(text(fields.netbeheerder) && { netbeheerder: text(fields.netbeheerder) }),
          ...(await toComponentPlace(placement)),
        },
        varianten:
          placement.varianten.length > 1
            ? placement.varianten.map((each) => toVariantBody(each, fields))
            : [],
      },
    ],
    partijen: fields.partijen
      .filter(({ organisatie }) => organisatie.trim() !== '')
      .map(({ organisatie, rol, vertrouwd }) => ({
        gegevens: { organisatie: organisatie.trim(), rol, vertrouwd },
      })),
  };
}

/** The body of one variant; which component it is of, the address or the message around it says. */
export function toVariantBody(variant: Variant, fields: DraftFields): Part {
  const { straalM: _straalM, ...place } = toPlaceFields(variant);
  return {
    ...toSight(fields),
    gegevens: {
      letter: variant.letter,
      ...place,
      ...(variant.naam.trim() && { naam: variant.naam.trim() }),
      ...(variant.toelichting.trim() && { toelichting: variant.toelichting.trim() }),
    },
  };
}

/** What the checks are asked about before saving: the project and its component, or the component that is moved. */
export async function toChecked(
  draft: PlacingDraft,
  placement: Placement,
  proposed: Proposed,
): Promise<{ meervoud: string; body: unknown }[]> {
  const { basis, fields } = draft;
  if (basis) {
    const gegevens = await toComponentPlace(placement);
    return [
      { meervoud: 'componenten', body: { id: basis.componentId, projectId: basis.projectId, gegevens } },
    ];
  }
  const { gegevens, componenten } = await toProjectBody(draft, placement, proposed);
  return [
    { meervoud: 'projecten', body: { ...toSight(fields), gegevens } },
    ...componenten.map((component) => ({ meervoud: 'componenten', body: { gegevens: component.gegevens } })),
  ];
}
