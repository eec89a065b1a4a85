import type { OpenAPIHono } from '@hono/zod-openapi';
import { checkFaseStap, listVolgendeFases } from '../../data/rules/checks/fase.ts';
import { listGevraagd, listVoorbeeldacties } from '../../data/rules/fasewissel.ts';
import { actieRecord, projectRecord } from '../../data/records/index.ts';
import type { Registratie } from '../../data/schema/registratie.ts';
import { fases, type Fase } from '../../data/vocabulary.ts';
import type { Atlas } from '../atlas.ts';
import { readAcceptCrs } from '../http/crs.ts';
import { toInvalid, toShown, type Invoerfout } from '../http/problem.ts';
import { accessOf } from './access.ts';
import { findCurrentBasis, requireActor } from './find.ts';
import { findFiche, isFase, listKinderen, toFaseToets, type Fiche } from './fiche.ts';
import { isObject, readRecord } from './read-fields.ts';
import { toAbsent } from './refusals.ts';
import { readId, readListQuery, readObject, setVersion } from './request.ts';
import { toGetoond } from './save.ts';
import { getVersion, inTransaction, saveDrafts, toChangeDraft, toNewDraft } from './write.ts';

/** `GET` and `POST /projecten/{id}/fasewissel`: what moving to another fase asks, and doing it with its actions. */
export function fasewisselRoutes(app: OpenAPIHono, { services }: Atlas): void {
  app.get('/projecten/:id/fasewissel', async (c) => {
    const { naar: [given] = [] } = readListQuery(c, ['naar']);
    const id = readId(c, 'id', projectRecord);
    const fiche = await findFiche(await accessOf(c, services), id, 0);
    if (!fiche) throw toAbsent(projectRecord, id);
    const van = faseOf(fiche.project);
    const kan = listVolgendeFases(van);
    const naar = given === undefined ? kan[0]! : readFase(given, 'naar');
    return c.json(describeStep(fiche, van, naar, kan));
  });
  app.post('/projecten/:id/fasewissel', async (c) => {
    const access = await accessOf(c, services);
    const actor = requireActor(access);
    const id = readId(c, 'id', projectRecord);
    const srid = readAcceptCrs(c);
    const basis = await findCurrentBasis(c, access, projectRecord, id, srid);
    const { naar, acties, gegevens = {}, ...around } = await readObject(c);
    const fouten: Invoerfout[] = [];
    if (!(fases as readonly unknown[]).includes(naar))
      fouten.push({ veld: 'naar', waarde: toShown(naar ?? ''), verwacht: `een van: ${fases.join(', ')}` });
    else if (naar === basis.gegevens['fase'])
      fouten.push({
        veld: 'naar',
        waarde: toShown(naar),
        verwacht: 'een andere fase: het project is al in deze',
      });
    if (typeof around['reden'] !== 'string' || around['reden'].trim() === '')
      fouten.push({
        veld: 'reden',
        waarde: toShown(around['reden'] ?? ''),
        verwacht: 'een reden, in uw woorden',
      });
    const fields = isObject(gegevens) && isFase(naar) ? { ...gegevens, fase: naar } : gegevens;
    const reading = readRecord(
      projectRecord,
      { ...around, gegevens: fields },
      { doel: 'wijziging', srid: 4326 },
    );
    const project = toChangeDraft(projectRecord, basis, withFouten(reading, fouten));
    const items = Array.isArray(acties) ? acties.slice(0, 100) : [];
    if (acties !== undefined && !Array.isArray(acties))
      throw toInvalid([
        ...project.fouten,
        { veld: 'acties', waarde: toShown(acties), verwacht: 'een lijst met acties' },
      ]);
    const drafts = items.map((item, i) => {
      const prefix = `acties[${i}].`;
      return toNewDraft(
        actieRecord,
        id,
        readRecord(actieRecord, item, { doel: 'nieuw', srid: 4326, prefix }),
        { prefix },
      );
    });
    const answer = await inTransaction(access, srid, async (tx) => {
      const { rijen, letOp } = await saveDrafts(tx, actor, [project, ...drafts]);
      const saved = await getVersion(tx, projectRecord, id, rijen[0]!, srid);
      const made: Registratie[] = [];
      for (const [i, draft] of drafts.entries())
        made.push(await getVersion(tx, actieRecord, draft.id, rijen[i + 1]!, srid));
      const fiche = await findFiche(tx, id, 0);
      return {
        project: saved,
        acties: made,
        toets: fiche ? toFaseToets(saved, listKinderen(fiche)) : [],
        letOp,
      };
    });
    setVersion(c, answer.project);
    return c.json(answer);
  });
}

function faseOf({ gegevens }: Registratie): Fase | null {
  return isFase(gegevens['fase']) ? gegevens['fase'] : null;
}

function readFase(given: string, veld: string): Fase {
  if (isFase(given)) return given;
  throw toInvalid([{ veld, waarde: toShown(given), verwacht: `een van: ${fases.join(', ')}` }]);
}

const withFouten = <T extends { fouten: Invoerfout[] }>(reading: T, more: Invoerfout[]): T => ({
  ...reading,
  fouten: [...more, ...reading.fouten.filter(({ veld }) => !more.some((one) => one.veld === veld))],
});

/** What is asked, what is known, and what can be done in the new fase. */
function describeStep(fiche: Fiche, van: Fase | null, naar: Fase, kan: Fase[]) {
  const kinderen = listKinderen(fiche);
  const toets = toFaseToets(fiche.project, kinderen, naar);
  const bezwaren = checkFaseStap(van, naar, 'reden');
  const partijen = (kinderen['partijen'] ?? []).map(({ gegevens }) => String(gegevens['organisatie']));
  const open = (kinderen['acties'] ?? []).filter(
    ({ gegevens }) => ['open', 'loopt'].includes(String(gegevens['status'])) && gegevens['fase'] === van,
  );
  return {
    van,
    naar,
    kan,
    mag: fiche.project.mag.wijzigen && bezwaren.every(({ ernst }) => ernst !== 'fout') && van !== naar,
    bezwaren: bezwaren.map((found) => toGetoond(found)),
    toets,
    gevraagd: listGevraagd(naar, toets),
    openActies: open,
    voorbeeldacties: listVoorbeeldacties(naar, fiche.project.gegevens, partijen),
  };
}
