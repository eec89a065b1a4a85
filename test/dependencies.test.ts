// What the atlas is made of: the bill of materials, and a licence for each part.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };

interface Component {
  name: string;
  version: string;
  properties?: { name: string }[];
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

it('npm run sbom lists every package, which of them the atlas runs on, with version and licence', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 50_000_000 });
  const { bomFormat, components } = JSON.parse(text) as { bomFormat: string; components: Component[] };
  expect(bomFormat).toBe('CycloneDX');
  const listed = new Map(
    components.map((component) => [`${component.name} ${component.version}`, component]),
  );
  const isForDevelopment = (name: string, version: string): boolean | undefined =>
    listed
      .get(`${name} ${version}`)
      ?.properties?.some((property) => property.name === 'cdx:npm:package:development');
  for (const [name, version] of Object.entries(packageJson.dependencies)) {
    expect([name, isForDevelopment(name, version)]).toEqual([name, false]);
  }
  expect(isForDevelopment('vitest', packageJson.devDependencies.vitest)).toBe(true);
  // These say it in words that are no SPDX name: (EDL-1.0 OR EPL-1.0), BSD, BSD with a typing error.
  const worded = ['@turf/jsts', 'arc', 'jsts', 'splaytree-ts'];
  const unlicensed = components.filter(({ licenses = [] }) => licenses.length === 0).map(({ name }) => name);
  expect(unlicensed.filter((name) => !worded.includes(name))).toEqual([]);
});
