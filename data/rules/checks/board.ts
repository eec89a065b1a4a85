// Monitoring entries and the questions to the energyboard that come of them.
import { fout, letOp, numberOf, textOf, toDutchDate, yearOf, type Bevinding, type Check } from './check.ts';

export const checkPeriode: Check = ({ gegevens, feiten }) => {
  const periode = textOf(gegevens, 'periode');
  if (periode === null) return [];
  if (!/^(19|20|21)\d{2}-(H[12]|K[1-4]|0[1-9]|1[0-2])$/.test(periode))
    return [fout('periode', periode, 'een halfjaar, kwartaal of maand: 2026-H2, 2026-K4 of 2026-11')];
  return feiten.buren.some((buur) => buur.gegevens['periode'] === periode)
    ? [
        fout(
          'periode',
          periode,
          'een periode die er nog niet is: wijzig de bestaande monitoring van deze periode',
        ),
      ]
    : [];
};

export const checkHaalbaarheid: Check = ({ gegevens, feiten }) => {
  const jaar = numberOf(gegevens, 'haalbaarheidIbn');
  const project = feiten.project?.gegevens;
  if (jaar === null || !project) return [];
  const found: Bevinding[] = [];
  const dezeJaar = yearOf(feiten.vandaag);
  if (
    textOf(project, 'fase') === 'verkenning' &&
    jaar < dezeJaar &&
    textOf(gegevens, 'periode')?.startsWith(String(dezeJaar))
  )
    found.push(
      fout('haalbaarheidIbn', jaar, `een IBN in ${dezeJaar} of later: het project is nog in verkenning`, [
        'haalbaarheidIbn',
        'periode',
      ]),
    );
  const planned = numberOf(project, 'ibnTot') ?? numberOf(project, 'ibnVan');
  if (textOf(gegevens, 'ibnStatus') === 'haalbaar' && planned !== null && jaar > planned)
    found.push(
      letOp(
        'ibnStatus',
        'haalbaar',
        `onder druk of niet haalbaar: ${jaar} is later dan de IBN van het project (${planned})`,
      ),
    );
  return found;
};

export const checkVraag: Check = ({ gegevens, feiten }) => {
  const found: Bevinding[] = [];
  const [gesteld, beantwoord] = [textOf(gegevens, 'gesteldOp'), textOf(gegevens, 'beantwoordOp')];
  if (gesteld !== null && gesteld > feiten.vandaag)
    found.push(fout('gesteldOp', gesteld, `een datum tot en met vandaag (${toDutchDate(feiten.vandaag)})`));
  if (gesteld !== null && beantwoord !== null && beantwoord < gesteld)
    found.push(
      fout('beantwoordOp', beantwoord, `een datum op of na de vraag (${toDutchDate(gesteld)})`, [
        'gesteldOp',
        'beantwoordOp',
      ]),
    );
  const answered = ['beantwoord', 'omgezet in actie'].includes(textOf(gegevens, 'status') ?? '');
  if (answered && textOf(gegevens, 'antwoord') === null)
    found.push(fout('antwoord', null, 'een antwoord: de vraag is beantwoord', ['status', 'antwoord']));
  return found;
};
