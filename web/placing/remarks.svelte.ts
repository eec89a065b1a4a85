import type { Registratie } from '../../data/schema/registratie.ts';
import { ApiError } from '../api-error.ts';
import type { Pin } from '../state/placing.svelte.ts';
import type { LngLat } from '../state/view.svelte.ts';
import { opmerkingRecord } from '../../data/records/index.ts';
import type { RecordsApi } from '../api-records.ts';
import { listRecordsOf } from './records-of.ts';
import { toRd } from '../map/rd.ts';

/** One remark as the list shows it. */
export interface Remark {
  id: string;
  tekst: string;
  status: 'open' | 'opgelost';
  opgelostReden: string | null;
  /** Null for a remark about the project or a field. */
  lngLat: LngLat | null;
  veld: string | null;
  door: string;
  op: string;
  magWijzigen: boolean;
}

/** The remarks of one project. */
export class Remarks {
  readonly projectId: string;
  items = $state.raw<readonly Remark[] | null>(null);
  error = $state.raw<ApiError | null>(null);

  readonly #records: RecordsApi;

  constructor(projectId: string, records: RecordsApi) {
    this.projectId = projectId;
    this.#records = records;
  }

  get pins(): Pin[] {
    return (this.items ?? []).flatMap(({ id, lngLat, status }) => (lngLat ? [{ id, lngLat, status }] : []));
  }

  /** Asks again; what goes wrong lands in `error` and what was there stays. */
  async refresh(): Promise<void> {
    try {
      this.items = (await listRecordsOf(this.projectId, 'opmerkingen')).map(toRemark);
      this.error = null;
    } catch (thrown) {
      this.error = ApiError.from(thrown);
    }
  }

  /** Pins a remark to a place. Throws an ApiError. */
  async add(tekst: string, at: LngLat): Promise<void> {
    const punt = { type: 'Point', coordinates: toRd(at).map((metres) => Math.round(metres * 1000) / 1000) };
    const gegevens = { onderwerp: 'plek', punt, tekst, status: 'open' };
    await this.#records.create(this.projectId, opmerkingRecord, { gegevens }, { inRd: true });
    await this.refresh();
  }

  /** Says how a remark was resolved, or opens it again (reden null). Throws an ApiError. */
  async resolve(id: string, reden: string | null): Promise<void> {
    const { etag } = await this.#records.get(opmerkingRecord, id);
    const gegevens = { status: reden === null ? 'open' : 'opgelost', opgelostReden: reden };
    await this.#records.patch(opmerkingRecord, id, etag, { gegevens });
    await this.refresh();
  }
}

function toRemark({ id, gegevens, versie, mag }: Registratie): Remark {
  const { tekst, status, opgelostReden, punt, veld } = gegevens as {
    tekst: string;
    status: Remark['status'];
    opgelostReden?: string | null;
    punt?: { coordinates: LngLat } | null;
    veld?: string | null;
  };
  return {
    id,
    tekst,
    status,
    opgelostReden: opgelostReden ?? null,
    lngLat: punt?.coordinates ?? null,
    veld: veld ?? null,
    door: versie.door ?? versie.doorOrganisatie ?? versie.eigenaar,
    op: versie.bekendVan,
    magWijzigen: mag.wijzigen,
  };
}
