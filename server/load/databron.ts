import type { SourceDocument } from '../../data/document.ts';
import type { Queryable } from '../db/database.ts';
import type { Staged } from './dataset.ts';
import type { Reading } from './reading.ts';

/** Notes in `atlas.databron` what is loaded now and from where. */
export async function noteSource(
  tx: Queryable,
  { id, titel }: SourceDocument,
  reading: Reading,
  { aantal, geweigerdeOnderdelen }: Staged,
): Promise<void> {
  await tx.query(
    `insert into atlas.databron (id, titel, herkomst, peildatum, uitgever, licentie, adres, dekking, aantal, controlesom,
       afwijking_p95_m, toelichting, geweigerde_onderdelen, geladen_op)
     values ($1, $2, $3, $4::date, $5, $6, $7, $8::text[], $9::int, $10, $11::float8, $12, $13::jsonb, clock_timestamp())
     on conflict (id) do update set titel = excluded.titel, herkomst = excluded.herkomst, peildatum = excluded.peildatum,
       uitgever = excluded.uitgever, licentie = excluded.licentie, adres = excluded.adres, dekking = excluded.dekking,
       aantal = excluded.aantal, controlesom = excluded.controlesom, afwijking_p95_m = excluded.afwijking_p95_m,
       toelichting = excluded.toelichting, geweigerde_onderdelen = excluded.geweigerde_onderdelen,
       geladen_op = excluded.geladen_op`,
    [
      id,
      titel,
      reading.herkomst,
      reading.peildatum,
      reading.uitgever,
      reading.licentie,
      reading.adres,
      reading.dekking,
      aantal,
      reading.controlesom,
      reading.afwijkingP95M,
      reading.toelichting,
      JSON.stringify(geweigerdeOnderdelen),
    ],
  );
}
