import { findSource } from '../sources/index.ts';
import type { Facts } from './question.ts';

/**
 * What the layers cannot say about a place: not loaded, or loaded for other provincies only. Without this an empty
 * list would read as "nothing there". Gives one sentence for each gap, `[]` when there is none.
 */
export function describeCoverage(
  gemeenteCodes: readonly string[],
  layerIds: readonly string[],
  facts: Facts,
): string[] {
  const provincies = [
    ...new Set(
      gemeenteCodes
        .flatMap((code) => facts.listMemberships(code))
        .filter((lid) => lid.soort === 'provincie')
        .map((lid) => lid.code),
    ),
  ];
  const nameOf = (code: string): string => facts.find('provincie', code)?.naam ?? code;
  const notes = new Map<string, string[]>();
  for (const id of layerIds) {
    const titel = findSource(id)?.titel ?? id;
    const bron = facts.bronnen.find((one) => one.id === id);
    const dekking = bron?.dekking;
    const outside = dekking ? provincies.filter((code) => !dekking.includes(code)) : [];
    const gap = !bron
      ? 'niet geladen'
      : dekking && outside.length > 0
        ? `alleen geladen voor ${dekking.map(nameOf).join(', ')}; over ${outside.map(nameOf).join(', ')} zegt dit antwoord niets`
        : null;
    if (gap) notes.set(gap, [...(notes.get(gap) ?? []), titel]);
  }
  const gaps = [...notes].map(([gap, titles]) =>
    titles.length === 1 ? `${titles[0]}: ${gap}.` : `${titles.join(', ')}: elk ${gap}.`,
  );
  return [...gaps, ...describePlans(facts)];
}

/** Plans come one by one, or from a few overheden: none found is not the same as none in force. */
function describePlans({ bronnen }: Facts): string[] {
  const plannen = bronnen.find((one) => one.id === 'plannen');
  if (!plannen) return ['Ruimtelijke plannen zijn niet geladen.'];
  const what =
    plannen.herkomst === 'officieel'
      ? 'alleen de plannen van enkele overheden zijn geladen, en geen plannen onder de Omgevingswet'
      : 'alleen losse plannen zijn geladen, zonder landelijke dekking';
  return [`Ruimtelijke plannen: ${what}. Geen treffer betekent niet dat er geen plan geldt.`];
}
