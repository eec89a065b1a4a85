// The codes a project names, the date of its source, and who may see its fields.
import { isVertrouwelijk } from './veldzicht.ts';
import { fout, letOp, textOf, textsOf, yearOf, type Bevinding, type Check } from './check.ts';

export const checkGebieden: Check = ({ gegevens, feiten }) => {
  const { gebieden } = feiten;
  if (!gebieden) return [];
  const kinds = [
    ['provincies', /^PV/, 'de code van een provincie, zoals PV26'],
    ['gemeenten', /^GM/, 'de code van een gemeente, zoals GM0344'],
    ['bedientProvincies', /^PV/, 'de code van een provincie, zoals PV26'],
  ] as const;
  return kinds.flatMap(([veld, pattern, verwacht]) =>
    textsOf(gegevens, veld)
      .filter((code) => !pattern.test(code) || !gebieden.has(code))
      .map((code) => fout(veld, code, `${verwacht}; deze bestaat niet`)),
  );
};

export const checkBronDatum: Check = ({ gegevens, feiten }) => {
  const datum = textOf(gegevens, 'bronDatum');
  if (datum === null) return [];
  const verwacht = 'een jaar, maand of dag, zoals 2023, 2023-11 of 2023-11-30';
  const isRight = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(datum) && exists(datum);
  if (!isRight || yearOf(datum) < 1900) return [fout('bronDatum', datum, verwacht)];
  return datum > feiten.vandaag ? [fout('bronDatum', datum, `${verwacht}, niet in de toekomst`)] : [];
};

/** Whether a date of a day is on the calendar; years and months are. */
function exists(datum: string): boolean {
  if (datum.length < 10) return true;
  const day = new Date(`${datum}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(datum);
}

export const checkVeldzicht: Check = ({ gegevens }) => {
  const veldzicht = gegevens['veldzicht'];
  if (typeof veldzicht !== 'object' || veldzicht === null) return [];
  const found: Bevinding[] = [];
  for (const [veld, zicht] of Object.entries(veldzicht)) {
    if (!(veld in gegevens) || veld === 'veldzicht')
      found.push(fout('veldzicht', veld, 'de naam van een veld van het project'));
    else if (!isVertrouwelijk(zicht))
      found.push(
        fout(
          'veldzicht',
          zicht,
          'per veld { niveau: openbaar, partijen of vertrouwelijk, embargoTot?: een datum }',
        ),
      );
  }
  return found;
};

/** A project that is concreet has at least reached planuitwerking (uitvoeringsaanpak, regelConcreet). */
export const checkConcreetheid: Check = ({ gegevens }) => {
  const [soort, fase] = [textOf(gegevens, 'concreetheid'), textOf(gegevens, 'fase')];
  return soort === 'concreet' && fase === 'verkenning'
    ? [letOp('concreetheid', soort, 'verkenning: concreet is een project vanaf de planuitwerkingsfase')]
    : [];
};

export const checkInvesteringsplan: Check = ({ gegevens }) =>
  gegevens['opgenomenInIp'] === false && textsOf(gegevens, 'ipNummers').length > 0
    ? [letOp('opgenomenInIp', false, 'ja: er staan nummers van het investeringsplan bij')]
    : [];
