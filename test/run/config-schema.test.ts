import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../generator/diagnostics/catalogue.js';
import { loadSettings, type Config, type LevelSetting } from '../../generator/run/settings.js';

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

const schema = JSON.parse(readFileSync(new URL('../../generator/run/config.schema.json', import.meta.url), 'utf8')) as Schema; // read as what it is
const hasForm = new Ajv2020().compile(schema);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-config-'));
  mkdirSync(join(folder, 'specs'));
  for (const name of ['pages', 'corrections']) mkdirSync(join(folder, name));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function isAccepted(config: unknown): Promise<boolean> {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ docwright: config }));
  return loadSettings(folder).then(
    () => true,
    () => false,
  );
}

const level = { code: 'doc-text-break', level: 'off', reason: 'as asked' };

describe('the schema of the settings', () => {
  it.each<[title: string, config: unknown]>([
    ['nothing', {}],
    ['folders', { specs: 'pages', out: 'sdk', overlays: 'corrections' }],
    ['an empty folder', { specs: '' }],
    ['a number for a folder', { specs: 1 }],
    ['workers', { jobs: 2 }],
    ['no workers', { jobs: 0 }],
    ['half a worker', { jobs: 1.5 }],
    ['no cache', { cache: false }],
    ['a word for the cache', { cache: 'no' }],
    ['the name of a package', { package: { name: 'tea', version: '1.0.0' } }],
    ['an empty version', { package: { version: '' } }],
    ['the licence of a package', { package: { license: 'MIT' } }],
    ['an unknown setting', { spec: 'pages' }],
    ['a list', []],
    ['a text', 'pages'],
    ['no levels', { lint: {} }],
    ['a level', { lint: { levels: [level] } }],
    ['a level on some pages', { lint: { levels: [{ ...level, paths: ['openapi/v2/**'] }] } }],
    ['a path that is no list', { lint: { levels: [{ ...level, paths: 'openapi/v2/**' }] } }],
    ['an unknown level', { lint: { levels: [{ ...level, level: 'fatal' }] } }],
    ['a level without a reason', { lint: { levels: [{ code: 'doc-text-break', level: 'off' }] } }],
    ['an empty reason', { lint: { levels: [{ ...level, reason: '' }] } }],
    ['a level with more to say', { lint: { levels: [{ ...level, until: '2027-01-01' }] } }],
    ['something else about lint', { lint: { rules: {} } }],
  ])('agrees with what is accepted: %s', async (_title, config) => {
    expect(hasForm(config)).toBe(await isAccepted(config));
  });

  it('names every setting there is', () => {
    // A setting that is missing here does not compile.
    const settings: Readonly<Record<keyof Config, true>> = {
      specs: true,
      out: true,
      overlays: true,
      jobs: true,
      cache: true,
      package: true,
      lint: true,
    };
    const levels: Readonly<Record<keyof LevelSetting, true>> = { code: true, level: true, paths: true, reason: true };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(settings).sort());
    expect(Object.keys(levelSchema()).sort()).toEqual(Object.keys(levels).sort());
  });

  it('lists the codes of the catalogue', () => {
    expect(levelSchema()['code']?.enum).toEqual(Object.keys(catalogue).sort());
  });
});

function levelSchema(): Schema['properties'] {
  return schema.properties['lint']?.properties['levels']?.items?.properties ?? {};
}
