// A row without an id: a new record, in a project that is known and may be written.
import { getVeld, toKop, type ExcelLijst, type VeldKolom } from '../../data/exchange/lijst.ts';
import type { RecordField } from '../../data/document.ts';
import type { VoorstelRij } from '../../data/schema/excel.ts';
import type { Gegevens } from '../../data/schema/registratie.ts';
import { toCellText } from './cell-text.ts';
import { isEmpty } from './compare-field.ts';
import type { Knowledge, KnownProject, Lezen, RowToWrite } from './knowledge.ts';
import type { ListCell, ListRow } from './read-list.ts';

/** What would be made, noted in `rij` with what is wrong; null when the row says no project it can be made in. */
export function compareNew(
  lijst: ExcelLijst,
  row: ListRow,
  known: Knowledge,
  rij: VoorstelRij,
): RowToWrite | null {
  if (lijst.nieuweRijen !== true) {
    rij.fouten.push({
      cel: `rij ${row.nummer}`,
      label: 'Project',
      waarde: row.project?.tekst ?? '',
      verwacht: lijst.nieuweRijen,
    });
    return null;
  }
  const project = findProject(lijst, row, known, rij);
  const gegevens: Gegevens = {};
  for (const { veld, cell, label } of listCells(lijst, row)) {
    if (cell.fout) rij.fouten.push(cell.fout);
    else if (!isEmpty(cell.waarde)) {
      gegevens[veld.naam] = cell.waarde;
      const naar = toCellText(veld, cell.waarde, known.organisaties);
      rij.wijzigingen.push({ veld: veld.naam, label, cel: cell.cel, van: null, naar });
    }
  }
  if (!project) return null;
  rij.projectId = project.id;
  noteRead(lijst, row, project.lezen, rij);
  return { id: null, rij: null, projectId: project.id, gegevens };
}

/** The project it would be made in; null, and a fault in `rij`, when there is none. */
function findProject(
  lijst: ExcelLijst,
  row: ListRow,
  known: Knowledge,
  rij: VoorstelRij,
): KnownProject | null {
  const written = row.project;
  const project = written ? known.projecten.get(written.tekst) : undefined;
  const label = lijst.kolommen.find(({ soort }) => soort === 'project')?.label ?? 'Project';
  if (project?.magNieuw) return project;
  const naam = row.lezen['projectnaam']?.tekst;
  const meant = naam ? [...known.projecten.values()].filter((one) => one.naam === naam) : [];
  const hint = meant.length === 1 ? `; "${naam}" is ${meant[0]!.id}` : '';
  rij.fouten.push({
    cel: written?.cel ?? `rij ${row.nummer}`,
    label,
    waarde: written?.tekst ?? '',
    verwacht: project
      ? 'een project waarin uw organisatie rijen van deze lijst mag maken'
      : `het nummer van een project in de atlas dat u mag zien${hint}`,
  });
  return null;
}

/** Says in `rij` which columns for reading were changed: that is not taken over. */
export function noteRead(lijst: ExcelLijst, row: ListRow, now: Lezen, rij: VoorstelRij): void {
  for (const kolom of lijst.kolommen) {
    if (kolom.soort !== 'lezen') continue;
    const cell = row.lezen[kolom.naam];
    const inAtlas = now[kolom.naam] ?? null;
    if (!cell || cell.tekst === (inAtlas ?? '') || (row.id === null && cell.tekst === '')) continue;
    rij.opmerkingen.push(
      `${cell.cel} ${kolom.label}: in de atlas staat ${inAtlas === null ? 'niets' : `"${inAtlas}"`}; deze kolom wordt niet overgenomen. ${kolom.waarom}`,
    );
  }
}

/** The cells of the row that are read, each with its field. */
export function listCells(
  lijst: ExcelLijst,
  row: ListRow,
): { veld: RecordField; cell: ListCell; label: string }[] {
  return lijst.kolommen
    .filter((kolom): kolom is VeldKolom => kolom.soort === 'veld')
    .flatMap((kolom) => {
      const cell = row.velden[kolom.veld];
      return cell ? [{ veld: getVeld(lijst, kolom), cell, label: toKop(lijst, kolom) }] : [];
    });
}
