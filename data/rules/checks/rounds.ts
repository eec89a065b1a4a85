// The lineage of a project over pMIEK rounds, and the order in which what is submitted is adopted.
import { fout, letOp, textOf, textsOf, type Bevinding, type Check } from './check.ts';

const leaves = ['vervallen', 'terug naar pMIEK +1'];
const needsOpvolgers = ['gesplitst', 'samengevoegd'];

/** No project disappears without successor or reason. */
export const checkLineage: Check = ({ gegevens, feiten }) => {
  const stap = textOf(gegevens, 'stap') ?? '';
  const opvolgers = textsOf(gegevens, 'opvolgers');
  const found: Bevinding[] = [];
  if (needsOpvolgers.includes(stap) && opvolgers.length === 0)
    found.push(
      fout('opvolgers', [], `minstens één opvolger: het project wordt ${stap}`, ['stap', 'opvolgers']),
    );
  if (stap === 'gesplitst' && opvolgers.length === 1)
    found.push(letOp('opvolgers', opvolgers, 'twee of meer opvolgers: wie splitst houdt er meer over'));
  if (leaves.includes(stap) && textOf(gegevens, 'toelichting') === null)
    found.push(
      fout(
        'toelichting',
        null,
        `een reden: het project is ${stap}, en geen project verdwijnt zonder opvolger of reden`,
        ['stap', 'toelichting'],
      ),
    );
  if (stap === 'vervallen' && feiten.project && opvolgers.includes(feiten.project.id))
    found.push(
      fout(
        'opvolgers',
        feiten.project.id,
        'een ander project: een vervallen project volgt zichzelf niet op',
        ['stap', 'opvolgers'],
      ),
    );
  return found;
};

export const checkRonde: Check = ({ gegevens, feiten }) => {
  const ronde = textOf(gegevens, 'ronde');
  if (ronde === null) return [];
  if (!/^[1-9]\d?\.\d$/.test(ronde)) return [fout('ronde', ronde, 'het nummer van een ronde, zoals 2.0')];
  return feiten.buren.some((buur) => buur.gegevens['ronde'] === ronde)
    ? [fout('ronde', ronde, 'een ronde waarin dit project nog geen stap heeft: wijzig de bestaande stap')]
    : [];
};

/** What may follow on each status; going back to the first one is opening it again. */
const rondestapVolgt: Record<string, readonly string[]> = {
  concept: ['ingediend'],
  ingediend: ['vastgesteld', 'concept'],
  vastgesteld: ['concept'],
};
const besluitVolgt: Record<string, readonly string[]> = {
  voorgesteld: ['ingediend'],
  ingediend: ['ontwerp ter inzage', 'vastgesteld', 'afgewezen', 'voorgesteld'],
  'ontwerp ter inzage': ['vastgesteld', 'afgewezen', 'ingediend'],
  vastgesteld: ['in werking', 'onherroepelijk', 'ingediend'],
  'in werking': ['onherroepelijk', 'vastgesteld'],
  onherroepelijk: ['in werking'],
  afgewezen: ['voorgesteld'],
};

/** The statuses that only a vaststeller gives, and never who submitted it. */
export const vastgesteldeStatussen: readonly string[] = [
  'vastgesteld',
  'in werking',
  'onherroepelijk',
  'afgewezen',
];

const checkStatus =
  (volgt: Record<string, readonly string[]>, eerste: readonly string[]): Check =>
  ({ gegevens, vorige }) => {
    const naar = textOf(gegevens, 'status');
    const van = vorige ? textOf(vorige, 'status') : null;
    if (naar === null || naar === van) return [];
    if (van === null)
      return eerste.includes(naar)
        ? []
        : [fout('status', naar, `bij het maken een van: ${eerste.join(', ')}; vaststellen komt na indienen`)];
    const kan = volgt[van] ?? [];
    return kan.includes(naar) ? [] : [fout('status', naar, `na ${van} een van: ${kan.join(', ')}`)];
  };

export const checkRondestapStatus = checkStatus(rondestapVolgt, ['concept', 'ingediend']);
export const checkBesluitStatus = checkStatus(besluitVolgt, ['voorgesteld', 'ingediend']);
