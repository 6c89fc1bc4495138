import type { Declaration } from './declaration.js';
import {
  exampleFence,
  examplePage,
  exampleRequest,
  exampleResponse,
  exampleSamples,
  teaProgram,
  teaRequest,
  teaResponse,
} from './example-page.js';

const mix = '# Teas {#mix}\n';

/** The operation of a page that has several. */
function order(verb: string): string {
  return `## Order a tea {#${verb}}\n\nPuts a tea on the list.\n\n${exampleRequest(teaRequest)}\n\n${exampleResponse(teaResponse)}\n`;
}

function twice(first: string, second: string): string {
  return exampleSamples(exampleFence('同步声明式', first), exampleFence('同步属性式', second));
}

/** Codes about the blocks of a page: front matter, headings, tables as a whole, containers, samples. */
export const blockDeclarations = {
  'doc-unreadable': {
    severity: 'fatal',
    title: 'Page cannot be read',
    why: 'nothing of the page is known, and an unreadable page is never taken as unchanged',
    fix: 'save the page as UTF-8 text, without NUL bytes',
    example: {
      bad: examplePage({ description: 'cut off\0' }),
      good: examplePage(),
    },
  },
  'doc-front-matter-broken': {
    severity: 'fatal',
    title: 'Front matter is broken',
    why: 'title and description of the page are unknown',
    fix: 'write `title: …` and `description: …` between two lines of `---`, in quotes where they hold a colon and a blank',
    example: {
      bad: examplePage({ head: '---\ntitle: Order: a tea: now\n---' }),
      good: examplePage({ head: '---\ntitle: "Order: a tea: now"\ndescription: Puts a tea on the list.\n---' }),
    },
  },
  'doc-method-anchor-missing': {
    severity: 'fatal',
    title: 'No heading names the method',
    why: 'without a verb there is no operation',
    fix: 'end the heading in the lower-case method: `# … {#post}`',
    example: {
      bad: examplePage({ heading: '# {{ $frontmatter.title }}' }),
      good: examplePage(),
    },
  },
  'doc-table-missing': {
    severity: 'fatal',
    title: 'Operation lacks a table',
    why: 'without both tables neither input nor output is known',
    fix: 'add the table with its attribute line; it may have no rows',
    example: {
      bad: `${['# Order a tea {#post}', 'Puts a tea on the list.', exampleRequest(teaRequest)].join('\n\n')}\n`,
      good: examplePage({ request: [] }),
    },
  },
  'doc-table-delimiter-missing': {
    severity: 'error',
    title: 'Table has no delimiter row',
    why: 'the site shows the table as plain text',
    fix: 'add `| --- | --- | ---` below the header',
    example: {
      bad: examplePage().replace('| --- | --- | ---\n', ''),
      good: examplePage(),
    },
  },
  'doc-table-attributes-missing': {
    severity: 'error',
    title: 'Table has no attribute line',
    why: 'the site shows the table without its marks',
    fix: 'add `{.im-table #request}` or `{.im-table #response}` after a blank line',
    example: {
      bad: examplePage().replace('\n{.im-table #request}\n', ''),
      good: examplePage(),
    },
  },
  'doc-table-attributes-glued': {
    severity: 'error',
    title: 'Attribute line is glued to its table',
    why: 'the site shows the line as a row of the table',
    fix: 'put a blank line between the table and its attribute line',
    example: {
      bad: examplePage().replace('\n\n{.im-table #request}', '\n{.im-table #request}'),
      good: examplePage(),
    },
  },
  'doc-table-unknown': {
    severity: 'error',
    title: 'Header of the table is not known',
    why: 'the table is ignored',
    fix: 'begin the header with the word for a request or a response table',
    example: {
      bad: examplePage({ footer: '| 附录 | 类型 {.type} | 描述 {.desc}\n| --- | --- | ---\n| a | string | b' }),
      good: examplePage(),
    },
  },
  'doc-table-repeated': {
    severity: 'error',
    title: 'Operation has two tables of one kind',
    why: 'only the first is used',
    fix: 'remove one of the tables',
    example: {
      bad: examplePage({ samples: exampleRequest(teaRequest) }),
      good: examplePage(),
    },
  },
  'doc-verb-repeated': {
    severity: 'error',
    title: 'Two operations share a verb',
    why: 'both would be one operation of one URL; only the first is used',
    fix: 'give every operation of a page a verb of its own',
    example: {
      bad: `${mix}\n${order('post')}\n${order('post')}`,
      good: `${mix}\n${order('post')}\n${order('put')}`,
    },
  },
  'doc-heading-level': {
    severity: 'warn',
    title: 'Heading has the wrong level',
    why: 'the outline of the site does not show that the operations belong together',
    fix: 'head the page with `# … {#mix}` and its operations with `## … {#verb}`',
    example: {
      bad: `${order('post').slice(1)}\n${order('put').slice(1)}`,
      good: `${mix}\n${order('post')}\n${order('put')}`,
    },
  },
  'doc-heading-unknown': {
    severity: 'warn',
    title: 'Heading names no operation',
    why: 'the blocks below it are taken as part of the operation above',
    fix: 'add the anchor of a method, or remove the heading',
    example: {
      bad: examplePage({ footer: '## See also' }),
      good: examplePage(),
    },
  },
  'doc-block-unexpected': {
    severity: 'warn',
    title: 'Block has no place here',
    why: 'nothing is generated from it',
    fix: 'remove the block, or bring it into the form of the blocks around it',
    example: {
      bad: examplePage({ footer: 'Ask the cook.' }),
      good: examplePage(),
    },
  },
  'doc-block-order': {
    severity: 'warn',
    title: 'Blocks come in another order',
    why: 'readers look for the request first, then for its samples, then for the answer',
    fix: 'move the block: request, samples, answer',
    example: {
      bad: examplePage({
        samples: '',
        footer: `${exampleSamples(exampleFence('同步声明式', teaProgram))}\n\n参阅 [官方文档](https://tea.example/order)`,
      }),
      good: examplePage(),
    },
  },
  'doc-table-header': {
    severity: 'warn',
    title: 'Header of a table is incomplete',
    why: 'the site gives its columns their look by these words and classes',
    fix: 'write the header as `| … | 类型 {.type} | 描述 {.desc}`',
    example: {
      bad: examplePage().replace('类型 {.type}', '类型'),
      good: examplePage(),
    },
  },
  'doc-container-unclosed': {
    severity: 'error',
    title: 'Container is not closed',
    why: 'the site swallows the rest of the page',
    fix: 'add a line `:::` behind its last block',
    example: {
      bad: examplePage().replace('\n\n:::\n', '\n'),
      good: examplePage(),
    },
  },
  'doc-fence-unclosed': {
    severity: 'error',
    title: 'Fence is not closed',
    why: 'everything below it is taken as code',
    fix: 'add a line of three backticks behind the code',
    example: {
      bad: examplePage({ samples: '', footer: '::: code-group\n\n```php [同步声明式]\n$response = 1;' }),
      good: examplePage(),
    },
  },
  'doc-interpolation-unknown': {
    severity: 'warn',
    title: 'Interpolation has no value',
    why: 'the site shows nothing in its place',
    fix: 'add the key to the front matter',
    example: {
      bad: examplePage({ heading: '# {{ $frontmatter.name }} {#post}' }),
      good: examplePage(),
    },
  },
  'doc-description-missing': {
    severity: 'info',
    title: 'Operation has no description',
    why: 'generated code has nothing to say about it',
    fix: 'add `description: …` to the front matter, or a paragraph below the heading',
    example: {
      bad: examplePage({ head: '---\ntitle: Order a tea\ndescription:\n---' }),
      good: examplePage(),
    },
  },
  'doc-sample-missing': {
    severity: 'info',
    title: 'Operation has no sample',
    why: 'neither names nor values can be checked against one',
    fix: 'add a code group with the sample programs',
    example: {
      bad: examplePage({ samples: '' }),
      good: examplePage(),
    },
  },
  'doc-sample-label-missing': {
    severity: 'info',
    title: 'Sample has no label',
    why: 'the tab of the sample is empty',
    fix: 'write the label behind the language: `php [label]`',
    example: {
      bad: examplePage().replace('php [同步声明式]', 'php'),
      good: examplePage(),
    },
  },
  'doc-sample-syntax': {
    severity: 'error',
    title: 'Sample is no PHP',
    why: 'the sample can be neither run nor checked against the tables',
    fix: 'correct the syntax',
    example: {
      bad: examplePage().replace("'json' => [", "'json' => "),
      good: examplePage(),
    },
  },
  'doc-sample-disagrees': {
    severity: 'warn',
    title: 'Samples of an operation disagree',
    why: 'only one of them can be right',
    fix: 'make all samples of the operation pass the same arguments',
    example: {
      bad: examplePage({ samples: twice(teaProgram, teaProgram.replace('oolong', 'sencha')) }),
      good: examplePage({ samples: twice(teaProgram, teaProgram) }),
    },
  },
  'doc-link-missing': {
    severity: 'info',
    title: 'Operation has no link to its documentation',
    why: 'readers cannot check the page against its source',
    fix: 'add a footer with the link',
    example: {
      bad: examplePage({ footer: '' }),
      good: examplePage(),
    },
  },
} as const satisfies Readonly<Record<string, Declaration>>;
