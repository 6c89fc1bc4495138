import { describe, expect, it } from 'vitest';
import { exampleFence, examplePage, exampleSamples } from '../../generator/diagnostics/example-page.js';
import { parsePhp } from '../../generator/page/php/parse-php.js';
import type { PhpValue, Preset, Sample } from '../../generator/page/index.js';
import { brief, read } from '../support/tester.js';

function samplesOf(...programs: readonly string[]): { readonly samples: readonly Sample[]; readonly found: readonly string[] } {
  const fences = programs.map((program, index) => exampleFence(`s${String(index)}`, program));
  const { page, diagnostics } = read(examplePage({ samples: exampleSamples(...fences) }));
  return { samples: page?.sections[0]?.samples ?? [], found: diagnostics.map(brief) };
}

/** A value without its places. */
function plain(value: PhpValue | undefined): unknown {
  if (value?.kind === 'literal') return value.value;
  if (value?.kind === 'list') return value.items.map(plain);
  if (value?.kind === 'map') return value.entries.map(({ key, value: inner }) => [key, plain(inner)]);
  if (value?.kind === 'encoded') return { [value.by]: plain(value.value) };
  return { code: value?.code };
}

function optionsOf(options: string, setup = ''): unknown {
  return plain(samplesOf(`${setup}$instance->v3->teas->post(${options});`).samples[0]?.call?.options);
}

const asynchronous = (call: string): string =>
  `${call}\n->then(static function(\\Psr\\Http\\Message\\ResponseInterface $response) {\n  print_r(json_decode((string) $response->getBody(), true));\n})\n->wait();`;
const synchronous = (call: string): string => `$response = ${call};\nprint_r(json_decode((string) $response->getBody(), true));`;

describe('the call of a sample', () => {
  it.each([
    ['$instance->v3->teas->orders->postAsync([])', { style: 'chain', async: true, verb: 'post', template: 'v3/teas/orders' }],
    ['$instance->v3->teaShops->_tea_id_->get([])', { style: 'chain', async: false, verb: 'get', template: 'v3/tea-shops/{tea_id}' }],
    [
      "$instance->chain('v3/teas/{tea_id}')->patch([])",
      { style: 'declarative', async: false, verb: 'patch', template: 'v3/teas/{tea_id}' },
    ],
    ['$instance->v3->_tea_id->x_id_->_a_b->get([])', { style: 'chain', template: 'v3/_tea_id/x_id_/_a_b' }],
    ["$instance->chain('//v3/teas')->put([])", { style: 'declarative', template: 'v3/teas' }],
    ["$instance->chain('/v3/teas')->put([])", { style: 'declarative', verb: 'put', template: 'v3/teas' }],
    ["$instance['v3/teas']->deleteAsync([])", { style: 'property', async: true, verb: 'delete', template: 'v3/teas' }],
  ])('%s', (call, expected) => {
    const written = call.includes('Async') ? asynchronous(call) : synchronous(call);
    expect(samplesOf(written).samples[0]?.call).toMatchObject({ ...expected, answer: 'json' });
  });

  it.each([
    ['print_r(json_decode((string) $response->getBody(), true));', 'json'],
    ['print_r(\\WeChatPay\\Transformer::toArray((string) $response->getBody()));', 'xml'],
    ['print_r($response->getStatusCode() === 204);', 'status-204'],
    ['print_r($response->getStatusCode() === 202);', 'status-202'],
    ['', 'none'],
  ])('%s tells of the answer', (statement, answer) => {
    expect(samplesOf(`$response = $instance->v3->teas->get([]);\n${statement}`).samples[0]?.call?.answer).toBe(answer);
  });

  it('is not told of its answer by what stands before it', () => {
    const [sample] = samplesOf("$x = json_decode('1');\n$instance->v3->teas->get([]);").samples;
    expect(sample?.call?.answer).toBe('none');
  });

  it.each([
    '$client->get([]);',
    'print_r(1);',
    '$instance->v3->teas;',
    '$instance->v3->teas->get();',
    '$instance[$url]->get([]);',
    '$instance->v3->$post([]);',
    '$instance->$v3->post([]);',
    "$instance->{'v3/teas'}->post([]);",
    "$instance->chain('v3/teas')->more->post([]);",
    '$instance->chain($url)->post([]);',
    'client()->get([]);',
  ])('is absent in: %s', (program) => {
    const { samples, found } = samplesOf(program);
    expect(samples[0]).not.toHaveProperty('call');
    // A program that names the client was meant to call it.
    expect(found).toEqual(program.includes('$instance') ? [expect.stringMatching(/^doc-sample-foreign /)] : []);
  });
});

describe('the options of a call', () => {
  it.each([
    [
      "['a' => 'x', 'b' => 1, 'c' => -1.5, 'd' => true, 'e' => null]",
      [
        ['a', 'x'],
        ['b', 1],
        ['c', -1.5],
        ['d', true],
        ['e', null],
      ],
    ],
    [
      "['a' => ['x', 'y'], 'b' => []]",
      [
        ['a', ['x', 'y']],
        ['b', []],
      ],
    ],
    ["['a' => [['b' => 1]]]", [['a', [[['b', 1]]]]]],
    [
      String.raw`['a' => "x\n", 'b' => 'it\'s']`,
      [
        ['a', 'x\n'],
        ['b', "it's"],
      ],
    ],
    [
      "['a' => 1, 'a' => 2]",
      [
        ['a', 1],
        ['a', 2],
      ],
    ],
    ["['__proto__' => 1]", [['__proto__', 1]]],
    [String.raw`['a' => \json_encode(['b' => 1])]`, [['a', { json: [['b', 1]] }]]],
    [String.raw`['a' => \urlencode(Formatter::queryStringLike(['b' => 1]))]`, [['a', { urlencode: [['b', 1]] }]]],
    [String.raw`['a' => \rawurlencode(Formatter::queryStringLike(['b' => 1]))]`, [['a', { urlencode: [['b', 1]] }]]],
    ["[1 => 'x']", [['1', 'x']]],
    ...["['a' => 1, ...$more]", '[$key => 1]', "['a' . 'b' => 1]"].map((code): [string, unknown] => [code, { code }]),
    ...[
      '+1',
      '-$x',
      '!true',
      '$$name',
      '\\json_encode()',
      'json\\_encode([1])',
      '$json_encode([1])',
      'Json::$json_encode([1])',
      '$a->queryStringLike([1])',
      "\\urlencode('x')",
      "\\urlencode(f(['b' => 1]))",
      "\\md5(Formatter::queryStringLike(['b' => 1]))",
      'new Tea()',
    ].map((code): [string, unknown] => [`['a' => ${code}]`, [['a', { code }]]]),
    ["['a' => $media->getStream()]", [['a', { code: '$media->getStream()' }]]],
    ["['a' => 'x' . 'y']", [['a', { code: "'x' . 'y'" }]]],
    ["['a', 'b' => 1]", { code: "['a', 'b' => 1]" }],
  ])('%s', (options, expected) => {
    expect(optionsOf(options)).toEqual(expected);
  });

  it('follow variables', () => {
    expect(optionsOf("['q' => $p, 'r' => $unknown]", "$p = ['a' => 1];\n$p['b'] = \\json_encode([2]);\n")).toEqual([
      [
        'q',
        [
          ['a', 1],
          ['b', { json: [2] }],
        ],
      ],
      ['r', { code: '$unknown' }],
    ]);
  });

  it('forget a variable that is set to something unknown', () => {
    expect(optionsOf('[$p]', "$p = ['a' => 1];\n$p[$key] = 2;\n")).toEqual([{ code: '$p' }]);
  });

  it.each([
    ['something else than a map', '$p = 1;\n$p["b"] = 2;\n'],
    ['a list', '$p = [1];\n$p["b"] = 2;\n'],
    ['no key', "$p = ['a' => 1];\n$p[] = 2;\n"],
  ])('forget a variable that gets an entry, with %s', (_, setup) => {
    expect(optionsOf('[$p]', setup)).toEqual([{ code: '$p' }]);
  });

  it('know nothing of what other statements set', () => {
    const setup = 'use Tea;\nif ($a) { $p = [1]; }\n[$q, $r] = [1, 2];\n$s->t = 1;\n$$u = 1;\n';
    expect(optionsOf('[$p, $q, $s, $u]', setup)).toEqual([{ code: '$p' }, { code: '$q' }, { code: '$s' }, { code: '$u' }]);
  });

  it('know their places in the page', () => {
    const { samples } = samplesOf("$instance->v3->teas->post([\n  'json' => [\n    'sort' => 'oolong',\n  ],\n]);");
    const options = samples[0]?.call?.options;
    const json = options?.kind === 'map' ? options.entries[0] : undefined;
    const sort = json?.value.kind === 'map' ? json.value.entries[0] : undefined;
    expect(samples[0]?.place).toEqual({ line: 20, column: 1, endColumn: 28 });
    expect(json?.place).toEqual({ line: 21, column: 3, endColumn: 9 });
    expect(sort?.value.place).toEqual({ line: 22, column: 15, endColumn: 23 });
  });

  it('are not followed without end', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `$v${String(index + 1)} = [$v${String(index)}, $v${String(index)}];\n`).join(
      '',
    );
    const options = optionsOf('[$v60]', `$v0 = [1];\n${doubling}`);
    expect(options).toEqual(expect.any(Array));
    expect(JSON.stringify(options).length).toBeLessThan(100_000);
  });

  it.each([
    ['lists', (inner: string) => `[${inner}]`],
    ['maps', (inner: string) => `['a' => ${inner}]`],
    ['encodings', (inner: string) => `\\json_encode(${inner})`],
  ])('are 64 levels deep at most, as %s', (_, wrap) => {
    const setup = (levels: number): string =>
      Array.from({ length: levels }, (_level, index) => `$v${String(index + 1)} = ${wrap(`$v${String(index)}`)};\n`).join('');
    const call = (levels: number): Sample['call'] => {
      return samplesOf(`$v0 = 1;\n${setup(levels)}$instance->v3->teas->post($v${String(levels)});`).samples[0]?.call;
    };
    expect(JSON.stringify(plain(call(63)?.options))).toContain('1');
    expect(plain(call(64)?.options)).toEqual({ code: '$v64' });
  });
});

describe('the samples of an operation', () => {
  const chain = "$instance->v3->teas->post([\n  'json' => ['sort' => 'oolong'],\n])";
  const declared = chain.replace('->v3->teas', "->chain('v3/teas')");

  it('share their options where they agree as text', () => {
    const { samples, found } = samplesOf(asynchronous(chain.replace('post', 'postAsync')), synchronous(declared));
    expect(samples[1]?.call?.options).toBe(samples[0]?.call?.options);
    expect(samples.map(({ call }) => [call?.style, call?.async])).toEqual([
      ['chain', true],
      ['declarative', false],
    ]);
    expect(found).toEqual([]);
  });

  it.each([
    ['a chain', '->v3->teas', { style: 'chain', async: true }],
    ['a path', "->chain('v3/teas')", { style: 'declarative', async: true }],
    ['an index', "['v3/teas']", { style: 'property', async: true }],
  ])('share their options with brackets, strings and comments in them, where the second is called by %s', (_, target, expected) => {
    const options = "[\n  // it's [here\n  'a' => f(')', \"]\"),\n  'b' => function () { return 1; }, /* [ */ # ]\n  'c' => [],\n]";
    const first = synchronous(`$instance->chain('/v3/teas')->post(${options})`);
    const second = asynchronous(`$instance${target}->postAsync(${options})`).replaceAll('\n->', '\n\n->');
    const { samples, found } = samplesOf(first, second);
    expect(found).toEqual([]);
    expect(samples[1]?.call).toMatchObject({ ...expected, verb: 'post', template: 'v3/teas', answer: 'json' });
    expect(samples[1]?.call?.options).toBe(samples[0]?.call?.options);
  });

  it.each([
    ['"x"', "'x'"],
    ['f(1)', '( f(1) )'],
    ['\\json_encode([1])', '\\json_encode( [ 1 ] )'],
    ['[1, [2]]', '[ 1, [ 2 ] ]'],
    ["['b' => null]", '["b" => null]'],
    ['1.50', '1.5'],
  ])('agree where they only look different: %s and %s', (one, other) => {
    const written = [one, other].map((value) => synchronous(`$instance->v3->teas->post(['a' => ${value}])`));
    expect(samplesOf(...written).found).toEqual([]);
  });

  it.each([
    ['a value', declared.replace('oolong', 'sencha'), '28:24-32'],
    ['a key', declared.replace('sort', 'kind'), '28:14-20'],
    ['the verb', declared.replace('post', 'put'), '27:1-47'],
    ['the template', declared.replace('v3/teas', 'v3/tea'), '27:1-47'],
  ])('disagree in %s', (_name, second, place) => {
    const { found } = samplesOf(synchronous(chain), synchronous(second));
    expect(found).toEqual([`doc-sample-disagrees ${place}`]);
  });

  const sample = (options: string): string => synchronous(`$instance->v3->teas->post(${options})`);

  it.each([
    ['a member more', "['a' => 1]", "['a' => 1, 'b' => 2]", 'differs from the others in `b`', "'b'"],
    ['a member less', "['a' => 1, 'b' => 2]", "['a' => 1]", 'differs from the others in `b`', "['a' => 1]"],
    ['an item of a list', "['a' => [1, 2]]", "['a' => [1, 3]]", 'differs from the others in `a`', '3'],
    ['an item more', "['a' => [1]]", "['a' => [1, 2]]", 'differs from the others in `a`', '[1, 2]'],
    ['a member of a list', "['a' => [['b' => 1]]]", "['a' => [['b' => 2]]]", 'differs from the others in `b`', '2'],
    ['what is encoded', "['a' => \\json_encode(['b' => 1])]", "['a' => \\json_encode(['b' => 2])]", 'differs from the others in `b`', '2'],
    ['whether it is encoded', "['a' => \\json_encode(['b' => 1])]", "['a' => ['b' => 1]]", 'differs from the others in `a`', "['b' => 1]"],
    [
      'how it is encoded',
      "['a' => \\json_encode([1])]",
      "['a' => \\urlencode(F::queryStringLike([1]))]",
      'differs from the others in `a`',
      '\\urlencode(F::queryStringLike([1]))',
    ],
    ['the kind of a value', "['a' => 1]", "['a' => '1']", 'differs from the others in `a`', "'1'"],
    ['an expression', "['a' => f(1)]", "['a' => f(2)]", 'differs from the others in `a`', 'f(2)'],
    ['whether it is a list', "['a' => [1]]", "['a' => ['b' => 1]]", 'differs from the others in `a`', "['b' => 1]"],
    ['whether it is a map', "['a' => ['b' => 1]]", "['a' => [1]]", 'differs from the others in `a`', '[1]'],
    ['everything', '[1]', "['a' => 1]", 'passes other arguments than the others', "['a' => 1]"],
  ])('say that they differ in %s, and where', (_name, one, other, what, text) => {
    const fences = [sample(one), sample(other)].map((program, index) => exampleFence(`s${String(index)}`, program));
    const page = examplePage({ samples: exampleSamples(...fences) });
    const [found, ...others] = read(page).diagnostics;
    const { line, column, endColumn } = found?.place ?? { line: 1, column: 1, endColumn: 1 };
    expect(others).toEqual([]);
    expect(found?.message).toBe(`sample \`s1\` ${what}`);
    expect(page.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)).toBe(text);
  });

  it.each([
    ['calls `put`, the others `post`', synchronous(declared.replace('post', 'put'))],
    ['calls `v3/tea`, the others `v3/teas`', synchronous(declared.replace('v3/teas', 'v3/tea'))],
    ['treats the answer in another way than the others', `$response = ${declared};`],
  ])('%s', (words, other) => {
    const fences = [synchronous(chain), other].map((program, index) => exampleFence(`s${String(index)}`, program));
    const { diagnostics } = read(examplePage({ samples: exampleSamples(...fences) }));
    expect(diagnostics.map(({ message, related }) => [message, ...related.map((first) => first.message)])).toEqual([
      [`sample \`s1\` ${words}`, 'sample `s0`'],
    ]);
  });

  it('are blamed where they differ from most', () => {
    const odd = synchronous(chain.replace('oolong', 'sencha'));
    expect(samplesOf(odd, synchronous(declared), synchronous(declared)).found).toEqual(['doc-sample-disagrees 21:24-32']);
  });

  it.each([
    ['a missing bracket', "$instance->v3->teas->post([\n  'a' => [\n);", 'doc-sample-syntax 22:1-3'],
    ['too many brackets', `$x = ${'['.repeat(10_000)}${']'.repeat(10_000)};`, 'doc-sample-syntax 20:1-20007'],
    ['no value', '$x = ;', 'doc-sample-syntax 20:1-7'],
  ])('are reported for %s', (_name, program, found) => {
    expect(samplesOf(program).found).toEqual([found]);
  });
});

describe('how deep a program nests', () => {
  /** What is said of it. */
  const saidOf = (program: string): string[] =>
    read(examplePage({ samples: exampleSamples(exampleFence('a', program)) })).diagnostics.map(({ message }) => message);
  const tooDeep = ['sample `a` is no PHP: program nests too deep to be read'];

  it.each([
    ['[', ']'],
    ['f(', ')'],
    ['function () { return ', '; }'],
  ])('is counted in %s …%s', (open, close) => {
    const own = open.startsWith('function') ? 2 : 1;
    const nested = (levels: number): string => `$x = ${'['.repeat(levels - own)}${open}1${close}${']'.repeat(levels - own)};`;
    expect(saidOf(nested(64))).toEqual([]);
    expect(saidOf(nested(65 + own - 1))).toEqual(tooDeep);
    expect(saidOf(`$x = [${`${open}1${close}, `.repeat(100)}];`)).toEqual([]);
  });

  it('is not counted in strings and comments', () => {
    const many = '['.repeat(100);
    expect(saidOf(`$x = ['${many}', "${many}"]; // ${many}\n# ${many}\n/* ${many} */`)).toEqual([]);
  });

  it.each(['[', '(', '{'])('is counted before anything is parsed: %s', (open) => {
    expect(saidOf(`$x = ${open.repeat(65)}`)).toEqual(tooDeep);
    expect(saidOf(`$x = ${open.repeat(64)}`)).not.toEqual(tooDeep);
  });
});

it('a program is no longer than a million characters', () => {
  expect(parsePhp(' '.repeat(1_000_001))).toEqual({ kind: 'error', line: 1, message: 'program is too long to be read' });
});

describe('presets', () => {
  const presetsOf = (code: string, end = '```'): { readonly presets: readonly Preset[]; readonly found: readonly string[] } => {
    const group = `::: tip \`sort\` has these values\n:::\n\n${exampleSamples(`\`\`\`php [1000(green)]\n${code}\n${end}`)}`;
    const samples = exampleSamples(exampleFence('a', '$instance->v3->teas->post([]);'));
    const { page, diagnostics } = read(examplePage({ samples: `${samples}\n\n${group}` }));
    return {
      presets: page?.sections[0]?.presets ?? [],
      found: diagnostics.map((diagnostic) => `${brief(diagnostic)} ${diagnostic.message}`),
    };
  };

  it('are entries of an array', () => {
    const { presets, found } = presetsOf("'sort' => 'sencha', // 固定值\n'cups' => [\n  ['size' => 'S'],\n],\n// end");
    expect(found).toEqual([]);
    expect(presets.map(({ label, entries }) => [label, plain(entries)])).toEqual([
      [
        '1000(green)',
        [
          ['sort', 'sencha'],
          ['cups', [[['size', 'S']]]],
        ],
      ],
    ]);
    expect(presets[0]?.entries.kind === 'map' ? presets[0].entries.entries[0]?.place : undefined).toEqual({
      line: 31,
      column: 1,
      endColumn: 7,
    });
  });

  it('are left out where they are no PHP', () => {
    const { presets, found } = presetsOf("'sort' =>");
    expect(presets).toEqual([]);
    expect(found).toEqual(["doc-sample-syntax 31:1-10 preset `1000(green)` is no PHP: syntax error, unexpected ']'"]);
  });

  it('are said to be no PHP on their own line', () => {
    expect(presetsOf("'sort' => 1,\n'cups' => = 2,\n'size' => 3,").found).toEqual([expect.stringMatching(/^doc-sample-syntax 32:1-15 /)]);
  });

  it('are left out where their fence has no end', () => {
    const { presets, found } = presetsOf("'sort' => 1,", '');
    expect(presets).toEqual([]);
    expect(found).toEqual(['doc-fence-unclosed 30:1-21 fence is not closed', expect.stringMatching(/^doc-table-missing /)]);
  });
});
