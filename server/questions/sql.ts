import { readFileSync } from 'node:fs';

const folder = new URL('../../data/questions/', import.meta.url);

/** The statement of a question: its file with `-- include: name.sql` lines replaced by those files. Throws when one is missing. */
export function readQuestionSql(file: string): string {
  return readFileSync(new URL(file, folder), 'utf8').replace(/^-- include: (.+)$/gm, (_line, name: string) =>
    readQuestionSql(name.trim()),
  );
}
