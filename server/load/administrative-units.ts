import type { MultiPolygon } from 'geojson';
import { etrs89, toMultiPolygon } from './gml.ts';
import { RefusalError } from './refusal.ts';
import { findChild, findText, listDescendants, parseXml, type XmlElement } from './xml.ts';

/** An au:AdministrativeUnit of INSPIRE; the boundary in longitude, latitude (ETRS89). */
export interface AdministrativeUnit {
  nationalCode: string;
  naam: string;
  geometry: MultiPolygon;
}

/**
 * The units in a GML file of the INSPIRE theme Administrative Units (a WFS 2.0 FeatureCollection in EPSG:4258). Throws
 * a RefusalError when it is another file, or when a unit lacks its code, its name or its boundary.
 */
export function readAdministrativeUnits(gml: string): AdministrativeUnit[] {
  const units = listDescendants(parse(gml), 'AdministrativeUnit');
  if (units.length === 0) throw new RefusalError('Het bestand bevat geen AdministrativeUnit (INSPIRE).');
  return units.map(toUnit);
}

function parse(gml: string): XmlElement {
  try {
    return parseXml(gml);
  } catch (error) {
    throw new RefusalError(`Het bestand is geen geldige GML: ${(error as Error).message}.`);
  }
}

function toUnit(unit: XmlElement, index: number): AdministrativeUnit {
  const nationalCode = findText(unit, 'nationalCode');
  const ref = `AdministrativeUnit ${index + 1}${nationalCode ? ` (nationalCode ${nationalCode})` : ''}`;
  // gml:name holds the name itself, au:name of the same local name a structure.
  const naam = unit.children.find(({ name, text }) => name === 'name' && text)?.text;
  const shape = findChild(unit, 'geometry')?.children[0];
  if (!nationalCode) throw new RefusalError(`${ref} heeft geen nationalCode.`);
  if (!naam) throw new RefusalError(`${ref} heeft geen naam (gml:name).`);
  if (!shape) throw new RefusalError(`${ref} heeft geen grens (au:geometry).`);
  return { nationalCode, naam, geometry: toMultiPolygon(shape, etrs89) };
}
