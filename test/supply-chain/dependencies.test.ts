import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package of the tree, as npm writes it. */
interface Locked {
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

// Manifests and lock files of this project.
const manifestOf = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
const packagesOf = (path: string): [path: string, locked: Locked][] =>
  Object.entries((JSON.parse(readFileSync(path, 'utf8')) as { readonly packages: Record<string, Locked> }).packages);

const manifests = ['package.json', 'generated/package.json', 'templates/package/manifest.json'];
const locks = ['package-lock.json', 'bench/package-lock.json'];

describe('at an installation', () => {
  it.each(manifests)('no script of %s runs', (path) => {
    // npm runs `prepare` in a checkout, and when it packs, but not when it installs from a registry.
    const ran = /^(pre|post)?install$|^(pre|post)prepare$|^dependencies$/;
    expect(Object.keys(manifestOf(path).scripts ?? {}).filter((script) => ran.test(script))).toEqual([]);
  });

  it('no script of a dependency runs, however deep it stands', () => {
    const production = packagesOf('package-lock.json').filter(([path, { dev }]) => path.includes('node_modules/') && dev !== true);
    expect(production.length).toBeGreaterThan(Object.keys(manifestOf('package.json').dependencies ?? {}).length);
    expect(production.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual([]);
  });
});

describe.each(locks)('%s', (path) => {
  const locked = packagesOf(path).filter(([folder, { link }]) => folder.includes('node_modules/') && link !== true);

  it('names no host that packages come from', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([folder]) => folder)).toEqual([]);
  });

  it('knows the bytes of every package', () => {
    expect(locked.length).toBeGreaterThan(0);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([folder]) => folder)).toEqual([]);
  });
});

test('the README of the SDK names the dependencies that it has', () => {
  const [, named = ''] = /The only runtime dependency is ([^.]+)\./.exec(readFileSync('templates/package/README.md', 'utf8')) ?? [];
  expect([...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(
    Object.keys(manifestOf('templates/package/manifest.json').dependencies ?? {}),
  );
  expect(manifestOf('generated/package.json').dependencies).toEqual(manifestOf('templates/package/manifest.json').dependencies);
});
