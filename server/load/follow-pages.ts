import { RefusalError } from './refusal.ts';

/**
 * The pages of a list, from `first` on: `getPage` gives each with the address of the one after it. Throws a RefusalError
 * when a list comes back to a page, or has no end within `mostPages`.
 */
export async function* followPages<Page>(
  first: string,
  mostPages: number,
  getPage: (url: string) => Promise<{ page: Page; next: string | null }>,
): AsyncGenerator<Page, void, void> {
  const seen = new Set<string>();
  for (let url: string | null = first; url !== null;) {
    if (seen.has(url))
      throw new RefusalError(`De dienst verwijst naar een pagina die al gelezen is: ${url}.`);
    if (seen.size >= mostPages)
      throw new RefusalError(`De dienst heeft na ${seen.size} pagina's nog geen einde.`);
    seen.add(url);
    const { page, next } = await getPage(url);
    yield page;
    url = next;
  }
}
