import type { Gegevens, Registratie } from '../../../data/schema/registratie.ts';
import { vertrouwelijkheden, type Vertrouwelijkheid } from '../../../data/vocabulary.ts';
import { toEntry, type Change, type ConflictError, type RecordBody } from '../../api-records.ts';
import { projectRecord } from '../../../data/records/index.ts';
import { formatYears } from '../../format.ts';
import type { Along } from '../records/along.ts';
import type { IbnUitspraak } from './kinds.ts';

type Sight = Pick<Registratie['versie'], 'vertrouwelijkheid' | 'embargoTot'>;

/** The years of a statement about the IBN taken over as those of the project, in the save of the statement. */
export class IbnAlong implements Along {
  /** Null until somebody chose: then the last statement is taken over. */
  #chosen = $state<boolean | null>(null);
  /** As it was when the form was opened, or a conflict was met. */
  #project = $state.raw<Registratie>()!;
  /** When the latest other statement was made; null when there is none. */
  readonly #latest: string | null;

  constructor(project: Registratie, others: readonly IbnUitspraak[]) {
    this.#project = project;
    this.#latest = others.map(({ gegevens }) => gegevens.gezegdOp).reduce(toLater, null);
  }

  get years(): string {
    const { ibnVan, ibnTot } = this.#project.gegevens as { ibnVan: number | null; ibnTot: number | null };
    return formatYears(ibnVan, ibnTot);
  }

  /** A statement that fewer people may see than the project is not told by the project. */
  mayTakeOver(sight: Sight): boolean {
    return !isMoreClosed(sight, this.#project.versie);
  }

  /** An older statement than the last one says nothing of how it stands now. */
  isLast(gezegdOp: string): boolean {
    return this.#latest === null || gezegdOp === '' || gezegdOp >= this.#latest;
  }

  isOn(gezegdOp: string): boolean {
    return this.#chosen ?? this.isLast(gezegdOp);
  }

  choose(on: boolean): void {
    this.#chosen = on;
  }

  toChanges(gegevens: Gegevens, body: RecordBody): Change[] {
    const claim = gegevens as IbnUitspraak['gegevens'];
    const { vertrouwelijkheid = 'openbaar', embargoTot = null } = body;
    if (!this.isOn(claim.gezegdOp) || !this.mayTakeOver({ vertrouwelijkheid, embargoTot })) return [];
    const { jaarVan, jaarTot, gezegdOp, bron, aard } = claim;
    const known = this.#project.gegevens;
    if (known['ibnVan'] === jaarVan && known['ibnTot'] === jaarTot) return [];
    const source = { bron, datum: gezegdOp, aard };
    return [
      toEntry(projectRecord, this.#project, {
        gegevens: { ibnVan: jaarVan, ibnTot: jaarTot },
        herkomst: { ibnVan: source, ibnTot: source },
        reden: claim.oorzaak ?? `IBN-uitspraak van ${gezegdOp}: ${bron}`,
      }),
    ];
  }

  describe(veld: string, verwacht: string): string {
    const name = veld.replace(/^gegevens\./, '');
    const field = projectRecord.velden.find(({ naam }) => naam === name);
    return `${field?.label ?? name} van het project: ${verwacht}`;
  }

  meet({ huidig }: ConflictError): string | null {
    if (!huidig) return 'Het project is intussen niet meer te wijzigen. Bewaar de uitspraak alleen.';
    const before = this.years;
    this.#project = huidig;
    if (this.years === before) return null;
    return `De IBN van het project is intussen gewijzigd: van ${before} in ${this.years}. Bewaar opnieuw om toch deze jaren over te nemen.`;
  }
}

const toLater = (a: string | null, b: string): string => (a === null || b > a ? b : a);

/** Whether `one` is kept from somebody who may see `other`, now or until its embargo. */
function isMoreClosed(one: Sight, other: Sight): boolean {
  if (one.vertrouwelijkheid === 'openbaar') return false;
  const rank = (level: Vertrouwelijkheid) => vertrouwelijkheden.indexOf(level);
  if (rank(one.vertrouwelijkheid) > rank(other.vertrouwelijkheid)) return true;
  return (one.embargoTot ?? '9999') > (other.embargoTot ?? '9999');
}
