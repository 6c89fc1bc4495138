import { afterAll, describe, expect, it } from 'vitest';
import { emitPage } from '../../generator/emit/index.js';
import { codeFacts } from '../support/code-facts.js';
import { pageText } from '../support/write-page.js';
import { writeSdk } from '../support/written-sdk.js';
import { fewTrials, trials, type Trial } from './collection.js';
import { foreignTokens, hidesCharacters } from './judge-code.js';
import { payloads, properNames } from './payloads.js';
import { positions } from './positions.js';
import { understand } from './understand.js';

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const membersBefore = prototypes.map((prototype) => Reflect.ownKeys(prototype));

afterAll(() => {
  expect(prototypes.map((prototype) => Reflect.ownKeys(prototype))).toEqual(membersBefore);
});

/** Names of notifications stand for their pages. */
function withoutTrial(name: string): string {
  return name.replaceAll(/p\d+q\d+/gi, 'Trial');
}

interface Sight {
  readonly trial: Trial;
  readonly fatal: readonly string[];
  readonly files: readonly { readonly path: string; readonly text: string; readonly facts: ReturnType<typeof codeFacts> }[];
}

function look(trial: Trial, files: Trial['files'], isEmitted = true): Sight {
  const { api, diagnostics } = understand(files);
  const emitted = isEmitted ? api.pages.flatMap(emitPage) : [];
  return {
    trial,
    fatal: [...new Set(diagnostics.filter(({ severity }) => severity === 'fatal').map(({ code }) => code))],
    files: emitted.map(({ path, text }) => ({ path, text, facts: codeFacts(path, text) })),
  };
}

// The code of every second one is enough to see each payload and each position many times.
const sights = trials.map((trial, index) => look(trial, trial.files, index % 2 === 0));
const plainSights = trials.filter(({ payload }) => payload === payloads[0]).map((trial) => look(trial, trial.plain));
const where = ({ position, payload }: Trial): string => `${position.name}: ${payload.name}`;

describe(`${String(trials.length)} hostile pages`, () => {
  it('are fatal where a name is asked for, and read where any text may stand', async () => {
    const outcomes = positions.map(({ name }) => {
      const byOutcome = new Map<string, string[]>();
      for (const { trial, fatal } of sights) {
        if (trial.position.name !== name) continue;
        const outcome = fatal.join(' and ') || 'read';
        byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), trial.payload.name]);
      }
      const [rule, ...exceptions] = [...byOutcome].sort(([, a], [, b]) => b.length - a.length);
      return [`${name}: ${rule?.[0] ?? ''}`, ...exceptions.map(([outcome, names]) => `  ${outcome}: ${names.join(', ')}`)].join('\n');
    });
    await expect(`${outcomes.join('\n')}\n`).toMatchFileSnapshot('outcomes.txt');
  });

  it('make code without a fault, and without a character that nobody sees', () => {
    const odd = sights.flatMap(({ trial, files }) =>
      files.flatMap(({ path, text, facts }) =>
        facts.faults.length > 0 || hidesCharacters(text) ? [`${where(trial)} in ${path}: ${facts.faults.join()}`] : [],
      ),
    );
    expect(odd).toEqual([]);
  });

  it('put no identifier, import or call of their own into code', () => {
    const odd = sights.flatMap(({ trial, files }) =>
      files.flatMap(({ facts }) => foreignTokens(facts).map((token) => `${where(trial)}: ${token}`)),
    );
    expect(odd).toEqual([]);
  });

  it('use no identifier that harmless pages do not use', () => {
    const known = new Set(plainSights.flatMap(({ files }) => files.flatMap(({ facts }) => [...facts.identifiers].map(withoutTrial))));
    const odd = new Set(sights.flatMap(({ files }) => files.flatMap(({ facts }) => [...facts.identifiers].map(withoutTrial))));
    known.forEach((name) => odd.delete(name));
    // A second shape without a name; a row named `x` where a payload breaks the line; what is found in the words of a description.
    expect([...odd].sort()).toEqual(['PostInputJsonScene2', 'PostInputJsonSceneX', 'errorCodes', 'x']);
  });

  it('have the same kinds of statements on top as harmless pages', () => {
    const known = new Set(plainSights.flatMap(({ files }) => files.flatMap(({ facts }) => facts.statements)));
    expect(new Set(sights.flatMap(({ files }) => files.flatMap(({ facts }) => facts.statements)))).toEqual(known);
  });
});

describe('names within the grammar, and hostile texts', () => {
  const pages = properNames.flatMap((name) => [
    [
      `openapi/v3/names/row-${name}.md`,
      pageText({
        request: [
          'json {data-required} | object',
          `${name} {data-required data-indent=1} | object`,
          `${name} {data-indent=2} | string | \`${name}\` \\| \`b\` 枚举值之一`,
        ],
        answer: [`${name} {data-required} | object[]`, `${name} {data-indent=1} | string`],
      }),
    ],
    [
      `openapi/v3/names/header-${name}.md`,
      pageText({ request: ['headers | object', `${name} {data-indent=1} | string`, 'query | object', `${name} {data-indent=1} | string`] }),
    ],
    ...(/[A-Za-z0-9]/.test(name)
      ? [
          [`openapi/v3/segments/${name}/x.md`, pageText()],
          [`openapi/v3/segments/${name}.md`, pageText({ verb: 'delete' })],
          [
            `webhook/v3/${name}.md`,
            pageText({
              answerKeyword: '应答规范',
              request: ['body | object', `${name} {data-indent=1} | string`],
              answer: ['body | object', `${name} {data-indent=1} | string`],
            }),
          ],
        ]
      : []),
    ...(/^[A-Za-z0-9_]+$/.test(name)
      ? [[`openapi/v3/placeholders/${name}/{${name}}.md`, pageText({ request: [`${name} {data-required} | string`] })]]
      : []),
    [
      `openapi/v2/${name.replaceAll(/^-+$/g, 'x')}.md`,
      pageText({
        request: [
          'xml | object',
          `${name} {data-required data-indent=1} | string`,
          `content {data-indent=1} | string {data-encoded=by-json_encode}`,
          '{colspan=3 .im-table-line}',
          `${name} {data-indent=2} | string[]`,
        ],
        answer: [`${name} {data-required} | string`],
      }),
    ],
  ]);
  const odd = [
    'openapi/v3/odd/tea.d.md',
    'openapi/v3/odd/tea.test.md',
    'openapi/v3/odd/tea.ts.md',
    'openapi/v3/odd/index.md',
    'openapi/v3/odd/index/index.md',
    'openapi/runtime/call.md',
    'openapi/routes.md',
    'openapi/webhooks/v3/then.md',
    'openapi/v3/odd/a..b.md',
    'openapi/v3/odd/tea.js/x.md',
  ].map((file) => [file, pageText()]);
  const { api } = understand(
    Object.fromEntries([...pages, ...odd, ...fewTrials.flatMap(({ files }) => Object.entries(files))]) as Record<string, string>,
  );
  const sdk = writeSdk(api);
  afterAll(() => sdk.dispose());

  it('make modules that compile together', () => {
    expect(api.pages.length).toBeGreaterThan(400);
    expect(sdk.errors()).toEqual([]);
  });
});
