// Which checks hold for which kind of record.
import type { RecordDocument } from '../../document.ts';
import { checkHaalbaarheid, checkPeriode, checkVraag } from './board.ts';
import type { Bevinding, Check, Toetsing } from './check.ts';
import { checkFaseVolgt } from './fase.ts';
import { checkIbnProject, checkIbnUitspraak } from './ibn.ts';
import { checkGezag, checkKoppeling, checkNamed, checkPartijOnce } from './parties.ts';
import { checkLigging, checkNetbeheerder } from './place.ts';
import {
  checkActie,
  checkBesluitDatums,
  checkBewaartermijn,
  checkDocumentDatum,
  checkMijlpaal,
} from './planning.ts';
import {
  checkBronDatum,
  checkConcreetheid,
  checkGebieden,
  checkInvesteringsplan,
  checkVeldzicht,
} from './project.ts';
import { checkBetwisting, checkOpmerking } from './remarks.ts';
import { checkBesluitStatus, checkLineage, checkRonde, checkRondestapStatus } from './rounds.ts';
import { checkLetter, checkVoorkeur } from './variant.ts';

const checks: Record<string, readonly Check[]> = {
  project: [
    checkFaseVolgt,
    checkIbnProject,
    checkGebieden,
    checkBronDatum,
    checkVeldzicht,
    checkConcreetheid,
    checkInvesteringsplan,
  ],
  component: [checkLigging, checkNetbeheerder],
  variant: [checkLetter, checkVoorkeur, checkLigging],
  besluit: [checkBesluitStatus, checkBesluitDatums, checkGezag],
  actie: [checkActie],
  monitoring: [checkPeriode, checkHaalbaarheid],
  energyboardvraag: [checkVraag],
  partij: [checkPartijOnce],
  contactpersoon: [checkBewaartermijn],
  opmerking: [checkOpmerking],
  betwisting: [checkBetwisting],
  document: [checkDocumentDatum],
  koppeling: [checkKoppeling],
  ibn: [checkIbnUitspraak],
  mijlpaal: [checkMijlpaal],
  rondestap: [checkRonde, checkLineage, checkRondestapStatus],
};

/**
 * Everything that is wrong with or strange about a record, in the order of its checks. A fault in fields that a change
 * leaves as they were is no reason to refuse it: that becomes something to look at.
 */
export function checkRecord(document: RecordDocument, toetsing: Toetsing): Bevinding[] {
  const { gegevens, vorige } = toetsing;
  const isChanged = (veld: string) =>
    !vorige || JSON.stringify(gegevens[veld] ?? null) !== JSON.stringify(vorige[veld] ?? null);
  return [...(checks[document.naam] ?? []), checkNamed(document)]
    .flatMap((check) => check(toetsing))
    .map((found): Bevinding =>
      found.ernst === 'fout' && !(found.over ?? [found.veld]).some(isChanged)
        ? { ...found, ernst: 'letOp' }
        : found,
    );
}
