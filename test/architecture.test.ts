import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(data|server|web|test)\//.test(file));
const code = files.filter((file) => /\.(ts|svelte)$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');

/** The folder of ours that an import in `file` leads to, or null for a package. */
function targetFolder(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return new URL(specifier, `file:///${file}`).pathname.split('/')[1] ?? null;
}

function listImports(file: string): { specifier: string; typeOnly: boolean }[] {
  const statements = read(file).matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?[^;'"]*?from\s+['"]([^'"]+)['"]/g,
  );
  const sideEffects = read(file).matchAll(
    /(?:^|\n)\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [
    ...[...statements].map((found) => ({ specifier: found[3]!, typeOnly: Boolean(found[2]) })),
    ...[...sideEffects].map((found) => ({ specifier: (found[1] ?? found[2])!, typeOnly: false })),
  ];
}

const allowed: Record<string, string[]> = {
  data: ['data'],
  server: ['server', 'data'],
  web: ['web', 'data'],
  test: ['test', 'web', 'server', 'data'],
};

describe('the sentence: data describes, server answers, web shows, test proves', () => {
  it('imports point one way', () => {
    const wrong = code.flatMap((file) => {
      const folder = file.split('/')[0]!;
      return listImports(file)
        .filter(({ specifier, typeOnly }) => {
          const target = targetFolder(file, specifier);
          if (target === null || allowed[folder]!.includes(target)) return false;
          const isTheOneException = file === 'web/api.ts' && target === 'server' && typeOnly;
          return target !== 'package.json' && !isTheOneException;
        })
        .map(({ specifier }) => `${file} → ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('GEOS overlays are called in one file only, on a grid', () => {
    const overlay = /\bST_(Intersection|Union|Difference|SymDifference|UnaryUnion|MemUnion)\s*\(/i;
    // The second provokes a GEOS error at the start, on purpose: an engine that loses it may not serve.
    const exempt = ['server/schema/001_ground.sql', 'server/db/embedded-engine.ts'];
    const callers = files
      .filter((file) => /\.(ts|sql)$/.test(file) && /^(data|server)\//.test(file))
      .filter((file) => !exempt.includes(file) && overlay.test(withoutComments(read(file))));
    expect(callers).toEqual([]);
    for (const line of read('server/schema/001_ground.sql').split('\n')) {
      if (overlay.test(line) && !line.trimStart().startsWith('--')) expect(line).toContain('0.001');
    }
  });

  it('colours live in the palette', () => {
    const hex = /#[0-9a-fA-F]{3,8}\b/;
    const coloured = files
      .filter((file) => /^web\/.*\.(ts|svelte|css)$/.test(file))
      .filter((file) => !['web/map/palette.ts', 'web/ui/tokens.css'].includes(file))
      .filter((file) =>
        withoutComments(read(file))
          .split('\n')
          .some((line) => hex.test(line) && !/href=|\{#|url\(|['"`]#/.test(line)),
      );
    expect(coloured).toEqual([]);
  });

  it('no file is a drawer for odds and ends, and none outgrows its idea', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/i.test(file))).toEqual([]);
    const long = code
      .filter((file) => !file.startsWith('test/') && !file.startsWith('data/seed/'))
      .filter((file) => read(file).split('\n').length > 250);
    expect(long).toEqual([]);
  });

  it('nothing is skipped, alone or swallowed', () => {
    const skipped = code.filter(
      (file) =>
        /\b(it|test|describe)\.(only|skip|todo)\(/.test(withoutComments(read(file))) &&
        file !== 'test/architecture.test.ts',
    );
    expect(skipped).toEqual([]);
    const silent = code.filter(
      (file) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(read(file)) && file !== 'test/architecture.test.ts',
    );
    expect(silent).toEqual([]);
  });

  it('the database with all its rights is in few hands; whatever answers a person asks as that person', () => {
    // Loading, migrating, starting, signing in and auditing; tiles of areas; finding out who asks; telling subscribers,
    // which asks as each of them.
    const trusted = [
      /^server\/(db|load|auth|start)\//,
      /^server\/(main|dev|services|atlas)\.ts$/,
      /^server\/events\/(tell|deliver)\.ts$/,
      /^server\/tiles\/(service|routes|areas-[a-z]+(-process)?)\.ts$/,
      /^server\/http\/(viewpoint|status-routes)\.ts$/,
      /^server\/geo\/rd\.ts$/,
    ];
    const holds =
      /\bservices\.(db|primary)\b|\bservices: \{ ?(db|primary)\b|\btype \{[^}]*\bDatabase\b[^}]*\}/;
    const others = code
      .filter((file) => file.startsWith('server/') && !trusted.some((path) => path.test(file)))
      .filter((file) => holds.test(withoutComments(read(file))));
    expect(others).toEqual([]);
  });

  it('base rows of projects and components are read by SQL that holds rights itself, and nothing else', () => {
    const base =
      /\b(from|join|into|update) atlas\.(project|component|project_beeld|component_beeld|project_besloten|component_besloten)\b/;
    // Migrations; the loader of the register; where a site that is saved lies, under row-level security of who saves.
    const exempt = /^server\/(schema\/|load\/datasets\/projecten\.ts$|records\/place\.sql$)/;
    const readers = files
      .filter((file) => /^(server|data)\/.*\.(ts|sql)$/.test(file) && !exempt.test(file))
      .filter((file) => base.test(withoutComments(read(file))));
    expect(readers).toEqual([]);
  });

  it('measures are never taken in Web Mercator', () => {
    const wrong = files
      .filter((file) => /\.(sql|ts)$/.test(file) && /^(data|server)\//.test(file))
      .filter((file) =>
        /ST_(Area|Length|Distance|Perimeter)\([^;]*3857/i.test(
          withoutComments(read(file)).replace(/\n/g, ' '),
        ),
      );
    expect(wrong).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)(--|\/\/).*$/gm, '$1');
}
