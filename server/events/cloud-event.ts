import { typenGebeurtenis, type SoortGebeurtenis } from '../../data/schema/abonnement.ts';
import { findRecord } from '../../data/records/index.ts';

/** One event as its receiver may see it. */
export interface SeenEvent {
  /** Of the message: the same at every attempt. */
  id: string;
  soort: SoortGebeurtenis;
  tabel: string;
  projectId: string;
  recordId: string;
  /** ISO 8601, UTC. */
  moment: string;
  wat: string | null;
  van: string | null;
  naar: string | null;
}

/**
 * A CloudEvent 1.0 in structured JSON mode, after the NL GOV profile. `data` holds codes and years, and no free text:
 * that could name a person. The rest is behind `dataref`, for who may see it.
 */
export function toCloudEvent(event: SeenEvent, source: string, publicUrl: string | null): object {
  const { id, soort, tabel, projectId, recordId, moment, wat, van, naar } = event;
  const path = findRecord(tabel)?.meervoud ?? tabel;
  return {
    specversion: '1.0',
    id,
    source,
    type: `nl.pmiek-atlas.${typenGebeurtenis[soort]}`,
    subject: projectId,
    time: moment,
    datacontenttype: 'application/json',
    dataref: `${publicUrl ?? ''}/api/v1/${path}/${encodeURIComponent(recordId)}`,
    data: {
      projectId,
      ...(tabel !== 'project' && { id: recordId }),
      ...(soort === 'besluit' && { besluit: wat }),
      ...(soort !== 'actie' && { van, naar }),
    },
  };
}
