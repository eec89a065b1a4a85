import { typeInfraGroepLabels, type TypeInfraGroep } from './vocabulary.ts';

/** What a project is called: its name, or where the source gives none what it is and where (names of places). */
export function toProjectTitle(
  project: { naam: string | null; typeInfra: string | null; typeInfraGroep: TypeInfraGroep },
  places: readonly string[],
): string {
  if (project.naam !== null) return project.naam;
  const what = project.typeInfra ?? typeInfraGroepLabels[project.typeInfraGroep];
  return `Project zonder naam: ${what}${places.length > 0 ? ` in ${places.join(', ')}` : ''}`;
}
