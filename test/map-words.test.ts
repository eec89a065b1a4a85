import { describe, expect, it } from 'vitest';
import type { Gebied } from '../data/schema/gebied.ts';
import type { Project } from '../data/schema/project.ts';
import { describeMap, listInWords } from '../web/map/words.ts';

const thin = '\u202f';
const gebied = (naam: string): Gebied => ({
  code: naam,
  soort: 'gemeente',
  naam,
  indeling: null,
  provincies: [],
  oppervlakteHa: null,
  bboxWgs84: null,
  geldigVan: null,
  geldigTot: null,
  herkomst: 'spiegel',
});
const project = (id: string, lngLat: [number, number] | null) => ({ id, titel: id, lngLat }) as Project;

const provincies = [gebied('West'), gebied('Oost')];
const gemeenten = ['Aa', 'Bee', 'Cee', 'Dee', 'Ee'].map(gebied);
const projecten = [project('P1', [5.1, 52.5]), project('P2', [6.7, 52.5]), project('P3', null)];

describe('the map in words', () => {
  it('names what is in sight, and says how wide the map is', () => {
    const words = describeMap([4.9, 51.9, 5.2, 52.1], projecten, {
      provincies: [gebied('West')],
      gemeenten: [gebied('Aa')],
    });
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
    const four = [...provincies, gebied('Noord'), gebied('Zuid')];
    expect(describeMap([5, 52, 7, 53], [], { provincies: four, gemeenten: null }).summary).toMatch(
      /^4 provincies\. Geen projecten/,
    );
  });

  it('says so when nothing of the country is in sight', () => {
    expect(describeMap([3, 54, 3.1, 54.1], projecten, { provincies: [], gemeenten: [] }).summary).toMatch(
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
