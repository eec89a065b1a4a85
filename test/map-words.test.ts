import { describe, expect, it } from 'vitest';
import type { Gebied } from '../data/schema/gebied.ts';
import type { Project } from '../data/schema/project.ts';
import { describeMap, listInWords } from '../web/map/words.ts';
import type { BboxWgs84 } from '../web/state/view.svelte.ts';

const thin = '\u202f';
const gebied = (naam: string, bboxWgs84: BboxWgs84 | null): Gebied => ({
  code: naam,
  soort: 'gemeente',
  naam,
  indeling: null,
  provincies: [],
  oppervlakteHa: null,
  bboxWgs84,
  geldigVan: null,
  geldigTot: null,
  herkomst: 'spiegel',
});
const project = (id: string, lngLat: [number, number] | null) => ({ id, titel: id, lngLat }) as Project;

// West | Oost, a degree wide each, three small gemeenten in West and two in Oost.
const provincies = [gebied('West', [5, 52, 6, 53]), gebied('Oost', [6, 52, 7, 53])];
const gemeenten = [
  gebied('Aa', [5, 52, 5.3, 53]),
  gebied('Bee', [5.3, 52, 5.6, 53]),
  gebied('Cee', [5.6, 52, 6, 53]),
  gebied('Dee', [6, 52, 6.5, 53]),
  gebied('Ee', [6.5, 52, 7, 53]),
  gebied('Zonder grens', null),
];
const projecten = [project('P1', [5.1, 52.5]), project('P2', [6.7, 52.5]), project('P3', null)];

describe('the map in words', () => {
  it('names what is in sight and counts the rest', () => {
    const words = describeMap([4.9, 51.9, 5.2, 52.1], projecten, { provincies, gemeenten });
    expect(words.provincies.map(({ naam }) => naam)).toEqual(['West']);
    expect(words.gemeenten.map(({ naam }) => naam)).toEqual(['Aa']);
    // 0,3° · 111,32 km · cos 52° = 20,561 km
    expect(words.summary).toBe(
      `West, gemeente Aa. Geen projecten in beeld. De kaart is 20,6${thin}km breed.`,
    );
  });

  it('counts when there is too much to name', () => {
    const words = describeMap([5, 52, 7, 53], projecten, { provincies, gemeenten });
    expect(words.summary).toMatch(/^Oost en West, 5 gemeenten\. 2 projecten in beeld\./);
    expect(words.projecten.map(({ id }) => id)).toEqual(['P1', 'P2']);
    expect(words.withoutLocation).toBe(1);
  });

  it('says so when nothing of the country is in sight', () => {
    expect(describeMap([3, 54, 3.1, 54.1], projecten, { provincies, gemeenten }).summary).toMatch(
      /^Buiten Nederland\. Geen projecten in beeld\./,
    );
  });

  it('lists names as Dutch does, in order', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['Zeist'])).toBe('Zeist');
    expect(listInWords(['Zeist', 'Baarn'])).toBe('Baarn en Zeist');
    expect(listInWords(['Zeist', 'Baarn', 'Soest'])).toBe('Baarn, Soest en Zeist');
  });
});
