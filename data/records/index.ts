// Every kind of record about a project, in the order of the fiche.
import type { RecordDocument } from '../document.ts';
import { actieRecord } from './actie.ts';
import { besluitRecord } from './besluit.ts';
import { betwistingRecord } from './betwisting.ts';
import { componentRecord } from './component.ts';
import { contactpersoonRecord } from './contactpersoon.ts';
import { documentRecord } from './document.ts';
import { energyboardvraagRecord } from './energyboardvraag.ts';
import { ibnRecord } from './ibn.ts';
import { koppelingRecord } from './koppeling.ts';
import { mijlpaalRecord } from './mijlpaal.ts';
import { monitoringRecord } from './monitoring.ts';
import { opmerkingRecord } from './opmerking.ts';
import { partijRecord } from './partij.ts';
import { projectRecord } from './project.ts';
import { rondestapRecord } from './rondestap.ts';
import { variantRecord } from './variant.ts';

export const records: readonly RecordDocument[] = [
  projectRecord,
  componentRecord,
  variantRecord,
  besluitRecord,
  actieRecord,
  monitoringRecord,
  energyboardvraagRecord,
  partijRecord,
  contactpersoonRecord,
  opmerkingRecord,
  betwistingRecord,
  documentRecord,
  koppelingRecord,
  ibnRecord,
  mijlpaalRecord,
  rondestapRecord,
];

/** The record with this name or plural; null when there is none. */
export function findRecord(name: string): RecordDocument | null {
  return records.find(({ naam, meervoud }) => naam === name || meervoud === name) ?? null;
}

export {
  actieRecord,
  besluitRecord,
  betwistingRecord,
  componentRecord,
  contactpersoonRecord,
  documentRecord,
  energyboardvraagRecord,
  ibnRecord,
  koppelingRecord,
  mijlpaalRecord,
  monitoringRecord,
  opmerkingRecord,
  partijRecord,
  projectRecord,
  rondestapRecord,
  variantRecord,
};
