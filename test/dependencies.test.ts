// What the atlas is made of: the bill of materials, and a licence for each part.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

interface Component {
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

it('npm run sbom lists every package the atlas runs on, with version and licence', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 50_000_000 });
  const { bomFormat, components } = JSON.parse(text) as { bomFormat: string; components: Component[] };
  expect(bomFormat).toBe('CycloneDX');
  const versions = new Map(components.map(({ name, version }) => [name, version]));
  for (const [name, version] of Object.entries(packageJson.dependencies)) {
    expect([name, versions.get(name)]).toEqual([name, version]);
  }
  expect(versions.has('vitest')).toBe(false);
  const unlicensed = components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name);
  expect(unlicensed).toEqual([]);
});
