import type { MultiPolygon } from 'geojson';
import { toMultiPolygon } from './gml.ts';
import { type Onderdeel, toOnderdeel } from './imro-objects.ts';
import { RefusalError } from './refusal.ts';
import { findChild, findText, parseXml, type XmlElement } from './xml.ts';

/** A plan as its IMRO file (2012 or 2008) says it; null is not stated. Geometry in RD New. */
export interface ImroPlan {
  id: string;
  naam: string;
  soort: string;
  status: string | null;
  datum: string | null;
  eigenaarCode: string | null;
  eigenaarNaam: string | null;
  eigenaarSoort: string | null;
  eigenschappen: {
    norm: string[];
    locatie: string | null;
    besluitnummer: string | null;
    /** Objects of the file that the atlas does not keep, by name. */
    nietGelezen: Record<string, number>;
  };
  vlakken: ImroVlak[];
}

export interface ImroVlak {
  onderdeel: Onderdeel;
  lokaalId: string | null;
  naam: string | null;
  hoofdgroep: string | null;
  geometry: MultiPolygon;
}

/** Reads one IMRO GML file. Throws a RefusalError (Dutch) when it is no plan or a part of it cannot be read truthfully. */
export function readImro(text: string): ImroPlan {
  const root = parse(text);
  const objects = root.children
    .filter(({ name }) => name === 'featureMember')
    .flatMap(({ children }) => children);
  const plan = objects.find((object) => findChild(object, 'typePlan'));
  if (root.name !== 'FeatureCollectionIMRO' || !plan) throw new RefusalError('Dit is geen IMRO-plan.');
  const byId = new Map(objects.map((object) => [object.attributes['id'], object]));
  const status = findChild(plan, 'planstatusInfo')?.children[0];
  const skipped: Record<string, number> = {};
  const vlakken: ImroVlak[] = [];
  for (const object of objects) {
    const onderdeel = toOnderdeel(object.name);
    if (onderdeel === null) skipped[object.name] = (skipped[object.name] ?? 0) + 1;
    if (onderdeel) vlakken.push(toVlak(object, onderdeel, byId));
  }
  return {
    id: planId(plan),
    naam: findText(plan, 'naam') ?? planId(plan),
    soort: findText(plan, 'typePlan')!,
    status: (status && findText(status, 'planstatus')) ?? null,
    datum: toDate(status ? findText(status, 'datum') : null),
    eigenaarCode: findText(plan, 'overheidsCode'),
    eigenaarNaam: findText(plan, 'naamOverheid'),
    eigenaarSoort: findText(plan, 'beleidsmatigVerantwoordelijkeOverheid'),
    eigenschappen: {
      norm: plan.children.filter(({ name }) => name === 'verwijzingNorm').map((norm) => norm.text),
      locatie: findText(plan, 'locatieNaam'),
      besluitnummer: findText(plan, 'besluitnummer'),
      nietGelezen: skipped,
    },
    vlakken,
  };
}

function parse(text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    throw new RefusalError(`Het bestand is geen geldige XML: ${(error as Error).message}`);
  }
}

/** IMRO2012 gives it in parts, IMRO2008 whole. */
function planId(plan: XmlElement): string {
  const id = findChild(plan, 'identificatie');
  const parts = id && findChild(id, 'NEN3610ID');
  const [namespace, lokaalId, versie] = ['namespace', 'lokaalID', 'versie'].map(
    (name) => parts && findText(parts, name),
  );
  const whole = parts ? `${namespace ?? ''}.${lokaalId ?? ''}-${versie ?? ''}` : id?.text;
  if (!whole || !/^NL\.IMRO\.\d{4}\.[^\s-]+-[^\s-]+$/.test(whole))
    throw new RefusalError(
      `De planidentificatie "${whole ?? ''}" heeft niet de vorm NL.IMRO.0000.naam-versie.`,
    );
  return whole;
}

function toDate(text: string | null): string | null {
  if (text === null) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new RefusalError(`De datum "${text}" van de planstatus is geen datum.`);
  return text;
}

function toVlak(
  object: XmlElement,
  onderdeel: Onderdeel,
  byId: Map<string | undefined, XmlElement>,
): ImroVlak {
  const id = findChild(object, 'identificatie');
  const geometries = listGeometries(object, byId);
  if (geometries.length === 0)
    throw new RefusalError(`${object.name} ${object.attributes['id'] ?? ''} heeft geen geometrie.`);
  return {
    onderdeel,
    lokaalId: (id && (findText(id, 'NEN3610ID', 'lokaalID') ?? id.text)) || null,
    naam: findText(object, 'naam'),
    hoofdgroep: findText(object, 'bestemmingshoofdgroep') ?? findText(object, 'gebiedsaanduidinggroep'),
    geometry: {
      type: 'MultiPolygon',
      coordinates: geometries.flatMap((geometry) => toMultiPolygon(geometry).coordinates),
    },
  };
}

/** The GML of an object: its own, or that of the geometry objects it points to. */
function listGeometries(object: XmlElement, byId: Map<string | undefined, XmlElement>): XmlElement[] {
  return object.children.flatMap((child) => {
    if (child.name === 'geometrie' || child.name === 'begrenzing') {
      const href = child.attributes['href'];
      if (href === undefined) return child.children;
      const carrier = byId.get(href.replace(/^#/, ''));
      if (!carrier)
        throw new RefusalError(
          `${object.name} verwijst naar geometrie ${href}, die niet in het bestand staat.`,
        );
      return listGeometries(carrier, byId);
    }
    return [];
  });
}
