// Who a record names: organisations that exist, each once; records and projects that exist.
import type { RecordDocument } from '../../document.ts';
import { fout, letOp, textOf, textsOf, type Bevinding, type Check } from './check.ts';

/** Every organisation and every record that a record names, held against what exists. */
export function checkNamed(document: RecordDocument): Check {
  return ({ gegevens, feiten }) =>
    document.velden.flatMap((field): Bevinding[] => {
      const names =
        typeof gegevens[field.naam] === 'string'
          ? [String(gegevens[field.naam])]
          : textsOf(gegevens, field.naam);
      const { organisaties, projecten, registraties } = feiten;
      if (field.soort === 'organisatie' || field.soort === 'organisaties') {
        const unknown = organisaties ? names.filter((code) => !organisaties.has(code)) : [];
        return unknown.map((code) =>
          fout(field.naam, code, 'de code van een bekende organisatie, zoals GM0344, PV26 of stedin'),
        );
      }
      if (field.soort !== 'verwijzing' && field.soort !== 'verwijzingen') return [];
      const known = field.verwijst === 'project' ? projecten : registraties;
      if (!known) return [];
      const keyOf = (id: string) => (field.verwijst === 'project' ? id : `${field.verwijst}/${id}`);
      const what =
        field.verwijst === 'project'
          ? 'het nummer van een bestaand project'
          : `het id van een ${field.verwijst} van dit project`;
      return names.filter((id) => !known.has(keyOf(id))).map((id) => fout(field.naam, id, what));
    });
}

export const checkPartijOnce: Check = ({ gegevens, feiten }) => {
  const organisatie = textOf(gegevens, 'organisatie');
  if (organisatie === null) return [];
  return feiten.buren.some((buur) => buur.gegevens['organisatie'] === organisatie)
    ? [fout('organisatie', organisatie, 'een organisatie die nog geen partij is van dit project')]
    : [];
};

/** Who decides and which organisation that is say the same. */
export const checkGezag: Check = ({ gegevens }) => {
  const [gezag, organisatie] = [textOf(gegevens, 'bevoegdGezag'), textOf(gegevens, 'organisatie')];
  const patterns: Record<string, RegExp> = {
    gemeente: /^GM/,
    provincie: /^PV/,
    waterschap: /^WS/,
    Rijk: /^rijk$/i,
  };
  const pattern = gezag === null ? undefined : patterns[gezag];
  return organisatie !== null && pattern && !pattern.test(organisatie)
    ? [letOp('organisatie', organisatie, `een organisatie die bij het bevoegd gezag past: ${gezag}`)]
    : [];
};

export const checkKoppeling: Check = ({ gegevens, feiten }) => {
  const [soort, doel] = [textOf(gegevens, 'soort'), textOf(gegevens, 'doel')];
  if (doel === null) return [];
  if (soort === 'hangt af van') {
    if (doel === feiten.project?.id)
      return [
        fout('doel', doel, 'een ander project: een project hangt niet van zichzelf af', ['soort', 'doel']),
      ];
    if (feiten.projecten && !feiten.projecten.has(doel))
      return [fout('doel', doel, 'het nummer van een bestaand project, zoals UT-01', ['soort', 'doel'])];
  }
  if (soort === 'bedient gebied' && feiten.gebieden && !feiten.gebieden.has(doel))
    return [fout('doel', doel, 'de code van een bestaand gebied, zoals GM0344 of PV26', ['soort', 'doel'])];
  const twice = feiten.buren.some((buur) =>
    ['soort', 'doel', 'componentId'].every(
      (veld) => (buur.gegevens[veld] ?? null) === (gegevens[veld] ?? null),
    ),
  );
  return twice
    ? [fout('doel', doel, 'een koppeling die er nog niet is', ['soort', 'doel', 'componentId'])]
    : [];
};
