import { z } from 'zod';
import { followPages } from './follow-pages.ts';
import { getWithPatience, type GetOptions } from './http-get.ts';
import { FinalAnswer } from './patience.ts';
import { parseJson } from './parse-json.ts';
import type { PlanApiConfig } from './plan-api-config.ts';
import { RefusalError, SourceUnavailableError } from './refusal.ts';

/** A plan as the list names it. */
export interface ListedPlan {
  /** NL.IMRO.… */
  id: string;
  /** Address of its GML; null when the list gives none. */
  gml: string | null;
}

export interface PlanList {
  /** In the order of their ids, each once. */
  plannen: ListedPlan[];
  /** Dutch; what the list held and was left out, and of whom it held nothing. */
  waarschuwingen: string[];
}

export interface ListOptions extends GetOptions {
  /** Past this many pages for one overheid the list is refused: it has no end. */
  mostPages?: number;
}

/** What is asked for, and the only values of regelStatus that are taken. */
const REGEL_STATUSSEN = ['geldend', 'in ontwikkeling'];
/** The size that public examples of this API ask for. */
const PAGE_SIZE = 20;

// Fields as public clients of version 4 of the API read them; the service itself was not seen.
const planDocument = z.object({
  id: z.string().regex(/^NL\.IMRO\.\d{4}\.\S+$/),
  beleidsmatigVerantwoordelijkeOverheid: z.object({ code: z.string() }),
  regelStatus: z.string().nullish(),
  isHistorisch: z.boolean().nullish(),
  verwijderdOp: z.string().nullish(),
  verwijzingNaarGml: z.string().nullish(),
});
type PlanDocument = z.infer<typeof planDocument>;

const pageDocument = z.object({
  _embedded: z.object({ plannen: z.array(planDocument) }),
  _links: z.object({ next: z.object({ href: z.string() }).nullish() }),
});

/**
 * The plans of the given overheden that hold or are being made, from "Ruimtelijke plannen opvragen" at `url`. Historic
 * and removed plans are left out and counted. Throws a SourceUnavailableError (also when the key is not accepted), or a
 * RefusalError when the list cannot be right.
 */
export async function listPlans(
  url: string,
  { key, overheden }: PlanApiConfig,
  options: ListOptions = {},
): Promise<PlanList> {
  const plannen: ListedPlan[] = [];
  const waarschuwingen: string[] = [];
  const seen = new Set<string>();
  for (const overheid of overheden) {
    const plans = await listOwnPlans(url, overheid, key, options);
    if (plans.length === 0) waarschuwingen.push(`De dienst noemt geen enkel plan van overheid ${overheid}.`);
    for (const plan of plans) {
      // Also what pages say that were made while a plan was published: it moved from one to the next, and another was missed.
      if (seen.has(plan.id)) throw new RefusalError(`De dienst noemt plan ${plan.id} twee keer.`);
      seen.add(plan.id);
      if (isCurrent(plan)) plannen.push({ id: plan.id, gml: plan.verwijzingNaarGml || null });
    }
  }
  const leftOut = seen.size - plannen.length;
  if (leftOut > 0)
    waarschuwingen.push(
      `Weggelaten plannen, omdat ze historisch, verwijderd of niet geldend zijn: ${leftOut}.`,
    );
  return { plannen: plannen.sort((a, b) => (a.id < b.id ? -1 : 1)), waarschuwingen };
}

function isCurrent({ isHistorisch, verwijderdOp, regelStatus }: PlanDocument): boolean {
  return !isHistorisch && !verwijderdOp && (!regelStatus || REGEL_STATUSSEN.includes(regelStatus));
}

async function listOwnPlans(
  url: string,
  overheid: string,
  key: string,
  { mostPages = 2_000, ...options }: ListOptions,
): Promise<PlanDocument[]> {
  const plans: PlanDocument[] = [];
  const regelStatus = REGEL_STATUSSEN.map(encodeURIComponent).join(',');
  const first = `${url}/plannen?beleidsmatigVerantwoordelijkeOverheid.code=${overheid}&regelStatus=${regelStatus}&pageSize=${PAGE_SIZE}`;
  const pages = followPages(first, mostPages, async (page) => {
    const { own, next } = await getPage(page, key, options);
    const other = own.find((plan) => plan.beleidsmatigVerantwoordelijkeOverheid.code !== overheid);
    if (other)
      throw new RefusalError(
        `De dienst geeft plan ${other.id} van overheid ${other.beleidsmatigVerantwoordelijkeOverheid.code}; gevraagd is ${overheid}.`,
      );
    return { page: own, next: next === null ? null : toOwnAddress(next, page, url) };
  });
  for await (const own of pages) plans.push(...own);
  return plans;
}

async function getPage(
  page: string,
  key: string,
  options: GetOptions,
): Promise<{ own: PlanDocument[]; next: string | null }> {
  const body = await askWithKey(page, key, options);
  const parsed = pageDocument.safeParse(parseJson(body, page));
  if (!parsed.success)
    throw new RefusalError(
      `${page} geeft geen lijst van plannen (${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}).`,
    );
  return { own: parsed.data._embedded.plannen, next: parsed.data._links.next?.href ?? null };
}

async function askWithKey(page: string, key: string, options: GetOptions): Promise<Buffer> {
  try {
    const headers = { accept: 'application/hal+json', 'x-api-key': key };
    // A redirect would take the key along to wherever it leads.
    const answer = await getWithPatience(page, { ...options, headers, redirect: 'manual' });
    return answer.body;
  } catch (error) {
    if (error instanceof FinalAnswer && (error.status === 401 || error.status === 403))
      throw new SourceUnavailableError(
        `${new URL(page).host} aanvaardt de sleutel in PLANNEN_API_KEY niet (${error.status}).`,
      );
    throw error;
  }
}

/** The next page, absolute. Throws a RefusalError when it is not below the API: the key would go there too. */
function toOwnAddress(href: string, from: string, url: string): string {
  const [target, api] = [URL.canParse(href, from) ? new URL(href, from) : null, new URL(url)];
  if (!target || target.origin !== api.origin || !target.pathname.startsWith(`${api.pathname}/`))
    throw new RefusalError(`${from} verwijst naar ${href}, buiten de dienst; dat wordt niet gevolgd.`);
  return target.href;
}
