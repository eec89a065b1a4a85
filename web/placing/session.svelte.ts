import { untrack } from 'svelte';
import { ApiError } from '../api-error.ts';
import { ConflictError } from '../api-records.ts';
import { toOverlapFeatures } from '../map/state-to-map.ts';
import type { Atlas } from '../state/contexts.ts';
import type { PlacingStart } from '../state/placing.svelte.ts';
import { Checks } from './checks.svelte.ts';
import { PlacingDraft, takeVersion, type KeptDraft, type Step } from './draft.svelte.ts';
import type { PlacingFinding } from './finding-words.ts';
import { showFootprint, toRangeFeatures } from './footprint.ts';
import { findKept, forgetDraft, keepDraft, listDrafts } from './keep.ts';
import { LiveAnswer } from './live.svelte.ts';
import { listFindings, toFaults, toMissing, type Missing } from './missing.ts';
import { openComponent } from './open-component.ts';
import { createPlacement, getActive, type Placement } from './placement.ts';
import { proposeForAll, toProposed } from './proposed.ts';
import { toChecked, type Proposed } from './save.ts';
import { saveNew, savePlace, type SavedProject } from './saving.ts';
import { PlacedSize } from './size.svelte.ts';

const keepMs = 400;

/** One session of placing: the draft in hand, its live answer and checks, and how it is kept and saved. */
export class PlacingSession {
  readonly #atlas: Atlas;
  readonly live: LiveAnswer;
  readonly checks = new Checks();
  readonly size: PlacedSize;
  draft = $state.raw(new PlacingDraft());
  saved = $state.raw<SavedProject | null>(null);
  busy = $state(false);
  error = $state.raw<ApiError | null>(null);
  /** Whether the browser keeps the draft; null while nothing was kept yet. */
  #isKept = $state<boolean | null>(null);
  /** What the draft was when it was begun: only what differs from it is worth a warning. */
  #begun = '';

  constructor(atlas: Atlas) {
    this.#atlas = atlas;
    this.live = new LiveAnswer(atlas.api.ask);
    this.size = new PlacedSize(atlas.draw);
    this.#open(null);
  }

  /** Begins anew; what was in hand stays kept as a draft. */
  begin(start: PlacingStart): void {
    const { api, placing, drafts } = this.#atlas;
    placing.clear();
    if (start.kind === 'concept') return this.#open(findKept(drafts, start.sleutel));
    this.#open(null);
    if (start.kind === 'nieuw') {
      if (start.sjabloon) this.draft.takeType(start.sjabloon);
      this.draft.step = start.sjabloon ? 'waar' : 'wat';
      return;
    }
    openComponent(api, start).then(
      (kept) => this.#open(findKept(drafts, kept.sleutel) ?? kept),
      (thrown: unknown) => (this.error = ApiError.from(thrown)),
    );
  }

  #open(kept: KeptDraft | null): void {
    const { draw } = this.#atlas;
    this.draft = new PlacingDraft(kept ?? {});
    this.saved = this.error = null;
    const placement = kept?.plaatsing ?? createPlacement();
    draw.startPlacing(placement);
    draw.mode = getActive(placement).rechthoek ? 'plaats' : 'kies';
    this.#begun = this.#toText(placement);
    if (kept) showFootprint(this.#atlas);
  }

  /** Follows the place and the fields; call while the panel initialises. Leaving puts the reader's own drawing back. */
  follow(): void {
    const { draw, placing, view, session, drafts } = this.#atlas;
    // Whose drafts there are is known once it is known who is signed in.
    let resumed = false;
    $effect(() => {
      const { start } = placing;
      if (!session.known && !session.error) return;
      if (start) {
        placing.start = null;
        untrack(() => this.begin(start));
      } else if (!resumed) {
        const [latest] = untrack(() => listDrafts(drafts));
        if (latest && !untrack(() => this.isDirty)) untrack(() => this.#open(latest));
      }
      resumed = true;
    });
    $effect(() => {
      const asked = draw.asked;
      this.live.follow(asked, this.draft.facts);
    });
    $effect(() => {
      placing.overlaps = toOverlapFeatures(this.live.overlap).filter(() => draw.geometry !== null);
      const { stations = [], lijnen = [] } = this.live.netAntwoord ?? {};
      placing.reach = [stations[0], lijnen[0]].flatMap((each) =>
        each?.geometrie
          ? [{ type: 'Feature' as const, properties: { rol: 'net' }, geometry: each.geometrie }]
          : [],
      );
    });
    $effect(() => {
      const rectangle = draw.kept && getActive(draw.kept).rechthoek;
      const bereik = this.size.range;
      placing.range = rectangle && bereik && !draw.isDragging ? toRangeFeatures(rectangle, bereik) : [];
    });
    // The strip around a line is of the alternative in hand.
    $effect(() => {
      const placement = draw.kept;
      if (placement) draw.corridorM = getActive(placement).corridorM;
    });
    $effect(() => {
      const placement = draw.kept;
      if (!placement || this.saved) return;
      const kept = this.draft.toKept(placement);
      if (this.#toText(placement) === this.#begun) return;
      const timer = setTimeout(() => (this.#isKept = keepDraft(drafts, kept)), keepMs);
      return () => clearTimeout(timer);
    });
    $effect(() => {
      const placement = draw.kept;
      const fields = $state.snapshot(this.draft.fields);
      // The checks look at what is known of projects and parties, so they are for who is signed in.
      if (!placement || fields.naam.trim() === '' || !session.actor) return;
      const proposed = this.#proposed;
      this.checks.follow(() => toChecked(this.draft, placement, proposed));
    });
    $effect(() => () => {
      this.live.stop();
      this.checks.stop();
      untrack(() => {
        const placement = draw.kept;
        if (placement && this.isDirty) keepDraft(drafts, this.draft.toKept(placement));
        draw.stopPlacing();
        draw.mode = 'kies';
        placing.clear();
      });
    });
    if (view.sheet === 'hoog') view.sheet = 'half'; // on a small screen the map must be seen
  }

  get #proposed(): Proposed {
    return toProposed(this.live.gezagAntwoord);
  }
  get provincieNames(): string[] {
    const codes =
      this.draft.fields.provincies.length > 0 ? this.draft.fields.provincies : this.#proposed.provincies;
    const known = this.#atlas.api.gebieden('provincie').data?.gebieden ?? [];
    return codes.map((code) => known.find((each) => each.code === code)?.naam ?? code);
  }
  /** What must be there before it can be saved. */
  get #missing(): Missing {
    return this.draft.basis ? {} : toMissing(this.draft.fields.naam, this.provincieNames);
  }
  get missing(): string[] {
    return Object.values(this.#missing);
  }
  get findings(): PlacingFinding[] {
    return listFindings(this.checks.found, this.#missing);
  }
  get faults(): Record<string, string> {
    return toFaults(this.findings);
  }
  get keptWords(): string {
    if (this.#isKept === null) return '';
    return this.#isKept
      ? 'Concept bewaard in deze browser'
      : 'Deze browser bewaart geen concepten: sla op voor u weggaat';
  }

  next(shown: readonly Step[]): void {
    const at = shown.indexOf(this.draft.step);
    this.draft.step = shown[at + 1] ?? shown.at(-1) ?? 'opslaan';
  }

  /** Something was changed since it was begun, and is not saved. */
  get isDirty(): boolean {
    const placement = this.#atlas.draw.kept;
    return placement !== null && !this.saved && this.#toText(placement) !== this.#begun;
  }

  /** Asks before the page is left with something that is not saved. */
  warn(event: BeforeUnloadEvent): void {
    if (this.isDirty) event.preventDefault();
  }

  /** Somebody else changed the place meanwhile: goes on from theirs, with my own place or with theirs. */
  async settle(whose: 'mijn' | 'hun'): Promise<void> {
    const { api, draw } = this.#atlas;
    const { huidig } = this.error instanceof ConflictError ? this.error : { huidig: null };
    const { basis } = this.draft;
    if (!huidig || !basis) return;
    if (whose === 'mijn') {
      takeVersion(basis, huidig);
      this.error = null;
      return this.save();
    }
    try {
      // Read anew and in RD: a rectangle stays one, to the square metre. My own place is one undo away.
      const theirs = await openComponent(api, basis);
      Object.assign(basis, theirs.basis);
      this.error = null;
      draw.place(theirs.plaatsing);
      draw.mode = getActive(theirs.plaatsing).rechthoek ? 'plaats' : 'kies';
      showFootprint(this.#atlas);
    } catch (thrown) {
      this.error = ApiError.from(thrown);
    }
  }

  /** Saves all or nothing; what goes wrong lands in `error` and the draft stays. */
  async save(): Promise<void> {
    const { draw, api, records, drafts, session, placing, selection } = this.#atlas;
    const placement = draw.kept;
    if (!placement || this.busy) return;
    if (!session.actor && !(await session.askAgain())) return;
    this.busy = true;
    this.error = null;
    try {
      this.saved = this.draft.basis
        ? await savePlace(records, this.draft.basis, placement, this.draft)
        : await saveNew(
            records,
            this.draft,
            placement,
            await proposeForAll(placement, this.#proposed, api.ask),
          );
      forgetDraft(drafts, this.draft.sleutel);
      // From here on it is a project like any other.
      this.live.stop();
      placing.clear();
      draw.stopPlacing();
      draw.mode = 'kies';
      selection.projectId = this.saved.projectId;
      api.refreshLists();
      api.refreshRegistraties();
      this.#atlas.map.edition = `${this.#atlas.map.edition}+`;
    } catch (thrown) {
      this.error = ApiError.from(thrown);
    } finally {
      this.busy = false;
    }
  }

  #toText(placement: Placement): string {
    return JSON.stringify([placement.varianten, $state.snapshot(this.draft.fields)]);
  }
}
