import type { RecordDocument, RecordField } from '../../../data/document.ts';
import type { Bewaard, Gegevens, GetoondeBevinding, Registratie } from '../../../data/schema/registratie.ts';
import { ApiError } from '../../api-error.ts';
import { ConflictError, toEntry, toEtag, type Change, type RecordBody } from '../../api-records.ts';
import type { Atlas } from '../../state/contexts.ts';
import type { OpenDraft } from '../../state/drafts.svelte.ts';
import {
  isRawRecord,
  isWithoutChange,
  listFormFields,
  toBody,
  toRawRecord,
  type Faults,
  type RawRecord,
} from './form-body.ts';
import type { Along } from './along.ts';
import { mergeFields } from './merge.ts';

export interface RecordFormOptions {
  document: RecordDocument;
  projectId: string;
  /** The record that is changed; null for a new one. */
  record: Registratie | null;
  /** Fields asked for, in order; null for all. */
  velden: readonly string[] | null;
  /** What a new record says already. */
  initial: Gegevens;
  /** Tells two new forms of one kind in one project apart, for their drafts. */
  draftKey: string | null;
  /** What is saved along with it. */
  along?: Along | null;
}

/** One form: what is typed, what is wrong with it, and saving it. Nothing typed is lost to anything that goes wrong. */
export class RecordFormState {
  readonly document: RecordDocument;
  readonly projectId: string;
  readonly fields: RecordField[];
  /** The version that is being changed; moves on when a conflict was settled. */
  record = $state.raw<Registratie | null>(null);
  raw: RawRecord = $state()!;
  faults = $state.raw<Faults>({});
  /** Wrong, but of no field that is shown here. */
  others = $state.raw<string[]>([]);
  error = $state.raw<ApiError | null>(null);
  conflict = $state.raw<{ error: ConflictError; mine: RecordBody } | null>(null);
  saving = $state(false);
  /** Strange, but no reason to refuse; after saving. */
  letOp = $state.raw<GetoondeBevinding[]>([]);
  readonly draft: OpenDraft<RawRecord>;
  readonly #atlas: Pick<Atlas, 'records' | 'drafts' | 'api'>;
  readonly #fresh: RawRecord;
  readonly #along: Along | null;

  constructor(
    atlas: Pick<Atlas, 'records' | 'drafts' | 'api'>,
    { document, projectId, record, velden, initial, draftKey, along = null }: RecordFormOptions,
  ) {
    this.#atlas = atlas;
    this.#along = along;
    this.document = document;
    this.projectId = projectId;
    this.fields = listFormFields(document, velden, record === null);
    this.record = record;
    this.#fresh = toRawRecord(document, record, initial);
    this.raw = structuredClone(this.#fresh);
    const part = draftKey ?? (velden ? velden[0] : '');
    this.draft = atlas.drafts.open(
      {
        sleutel: record
          ? `${document.meervoud}/${record.id}/${part}`
          : `nieuw/${document.meervoud}/${projectId}/${part}`,
        titel: `${record ? '' : 'Nieuw: '}${document.titel} · ${projectId}`,
        pad: location.pathname + location.search,
      },
      isRawRecord,
    );
  }

  get isNew(): boolean {
    return this.record === null;
  }

  /** Called on every change in the form. */
  touch = (): void => {
    this.draft.touch(() => $state.snapshot(this.raw) as RawRecord);
  };

  resume(): void {
    const kept = this.draft.resume();
    if (kept)
      this.raw = {
        ...structuredClone(this.#fresh),
        ...kept,
        velden: { ...this.#fresh.velden, ...kept.velden },
        herkomst: { ...this.#fresh.herkomst, ...kept.herkomst },
      };
  }

  discard(): void {
    this.draft.discard();
    this.raw = structuredClone(this.#fresh);
    this.faults = {};
    this.error = null;
  }

  /** Saves. Gives the record as saved, or null when it could not be: what is wrong is in the form then. */
  async save(): Promise<Registratie | null> {
    if (this.saving) return null;
    const { body, faults } = toBody(this.fields, $state.snapshot(this.raw) as RawRecord, this.record);
    this.faults = faults;
    this.others = [];
    this.error = null;
    if (Object.keys(faults).length > 0) return null;
    if (this.record && isWithoutChange(body)) {
      this.draft.saved();
      return this.record;
    }
    return this.#send(body, this.record);
  }

  /** Saves what was settled in a conflict, on top of what is there now. */
  async settle(body: RecordBody, huidig: Registratie): Promise<Registratie | null> {
    this.record = huidig;
    if (isWithoutChange(body)) {
      this.#done(huidig);
      return huidig;
    }
    return this.#send(body, huidig);
  }

  async #send(body: RecordBody, record: Registratie | null): Promise<Registratie | null> {
    this.saving = true;
    this.error = null;
    try {
      const saved = await this.#keep(body, record);
      this.letOp = saved.letOp;
      this.#done(saved);
      return saved;
    } catch (thrown) {
      if (thrown instanceof ConflictError) {
        if (!thrown.wijziging) return this.#meet(thrown, body, record);
        const said = this.#along?.meet(thrown) ?? null;
        if (said === null) return this.#send(body, record);
        this.others = [said];
        return null;
      }
      this.#take(ApiError.from(thrown));
      return null;
    } finally {
      this.saving = false;
    }
  }

  /** Saves the record, with what goes along with it when anything does. Throws an ApiError. */
  async #keep(body: RecordBody, record: Registratie | null): Promise<Bewaard> {
    const { records } = this.#atlas;
    const changes = this.#along?.toChanges({ ...record?.gegevens, ...body.gegevens }, toSeen(body, record));
    if (changes && changes.length > 0) {
      const own: Change = toEntry(this.document, record, body);
      const [saved] = await records.together(this.projectId, [own, ...changes]);
      return saved!;
    }
    const saved = record
      ? await records.patch(this.document, record.id, toEtag(record), body)
      : await records.create(this.projectId, this.document, body);
    return saved.record;
  }

  /** A conflict in which nothing differs is our own save that got through although its answer was lost. */
  #meet(error: ConflictError, mine: RecordBody, record: Registratie | null): Registratie | null {
    const { huidig } = error;
    const basis = error.basis ?? record;
    if (
      huidig &&
      basis &&
      mergeFields(this.document, basis, mine, huidig).every(({ soort }) => soort === 'eens')
    ) {
      this.#done(huidig);
      return huidig;
    }
    this.conflict = { error, mine };
    return null;
  }

  #done(record: Registratie): void {
    this.record = record;
    this.conflict = null;
    this.faults = {};
    this.draft.saved();
    this.#atlas.api.refreshRegistraties();
  }

  /** Puts what the server says is wrong beside the fields it is about. */
  #take(error: ApiError): void {
    const faults: Faults = {};
    const others: string[] = [];
    const shown = new Set(this.fields.map(({ naam }) => naam));
    const beside: typeof error.fields = [];
    for (const { veld: place, waarde, verwacht } of error.fields) {
      if (isBeside.test(place)) {
        beside.push({ veld: place, waarde, verwacht });
        continue;
      }
      // Of what was saved together, this form is the first.
      const veld = place.replace(/^wijzigingen\.0\./, '');
      const path = shown.has(veld) ? `gegevens.${veld}` : veld;
      const name = /^(?:gegevens|herkomst)\.(\w+)/.exec(path)?.[1];
      const isOwn = name
        ? shown.has(name)
        : ['vertrouwelijkheid', 'embargoTot', 'geldigVan', 'reden'].includes(path);
      if (isOwn) faults[path.replace(/^(gegevens\.\w+).*/, '$1')] = toSentence(verwacht);
      else
        others.push(`${this.document.velden.find(({ naam }) => naam === name)?.label ?? veld}: ${verwacht}`);
    }
    // What was taken over from this form is wrong there too: once is enough.
    const told = new Set(Object.values(faults));
    for (const { veld, verwacht } of beside)
      if (!told.has(toSentence(verwacht)))
        others.push(this.#along?.describe(veld.replace(isBeside, ''), verwacht) ?? verwacht);
    this.faults = faults;
    this.others = others;
    this.error = error;
  }
}

/** The way to a field of what was saved along with a form. */
const isBeside = /^wijzigingen\.[1-9]\d*\./;

/** A body that says who may see the record, also where it leaves that as it was. */
function toSeen(body: RecordBody, record: Registratie | null): RecordBody {
  const { vertrouwelijkheid, embargoTot } = record?.versie ?? {};
  return { ...(record && { vertrouwelijkheid, embargoTot }), ...body };
}

function toSentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
