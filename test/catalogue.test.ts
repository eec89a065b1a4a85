import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questions } from '../data/questions/index.ts';
import { sources } from '../data/sources/index.ts';
import { layerDocuments } from '../web/map/order.ts';

/** Files in a folder that hold a document, told by what they export. */
function listDocuments(folder: string, isDocument: RegExp): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .filter((file) => isDocument.test(readFileSync(`${folder}/${file}`, 'utf8')))
    .map((file) => file.slice(0, -3))
    .sort();
}

describe('the catalogue is complete: what is written is listed, and under its own name', () => {
  it('sources', () => {
    const written = listDocuments('data/sources', /export const \w+: SourceDocument/);
    expect(written.length).toBeGreaterThan(0);
    expect(sources.map(({ id }) => id).sort()).toEqual(written);
  });

  it('questions, each with its SQL that opens with a contract', () => {
    const written = listDocuments('data/questions', /naam: '[a-z-]+',\n\s+titel:/);
    expect(written.length).toBeGreaterThan(0);
    expect(questions.map(({ naam }) => naam).sort()).toEqual(written);
    for (const naam of written) {
      expect(readFileSync(`data/questions/${naam}.sql`, 'utf8')).toMatch(/^--/);
    }
  });

  it('map layers', () => {
    const written = listDocuments(
      'web/map/layers',
      /export const \w+(: LayerDocument = \{| = create\w+Layer\()/,
    );
    expect(written.length).toBeGreaterThan(0);
    expect(layerDocuments.map(({ id }) => id).sort()).toEqual(written);
  });

  it('migrations are numbered without a gap', () => {
    const numbers = readdirSync('server/schema')
      .filter((file) => file.endsWith('.sql'))
      .map((file) => Number(file.slice(0, 3)));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });
});
