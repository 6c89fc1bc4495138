import type { Declaration } from './declaration.js';
import { examplePage } from './example-page.js';

/** Rows of which each is one level deeper than the one before. */
function tower(height: number): string[] {
  return Array.from({ length: height }, (_, depth) =>
    depth === 0 ? '| json | object | the body' : `| cup_${String(depth)} {data-indent=${String(depth)}} | object | a cup in a cup`,
  );
}

/** Codes about the rows of a table and their cells. */
export const rowDeclarations = {
  'doc-name-invalid': {
    severity: 'fatal',
    title: 'Name is outside its grammar',
    why: 'a name like this cannot be sent, and is never turned into an identifier',
    fix: 'use letters, digits, `_` and `-` only',
    example: {
      bad: examplePage({ request: ['| json {data-required} | object | the body', '| sort* {data-indent=1} | string | sort of the tea'] }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=1} | string | sort of the tea'] }),
    },
  },
  'doc-name-blank': {
    severity: 'error',
    title: 'Blank inside a name',
    why: 'the blank is dropped, as no field is named like that',
    fix: 'write the name without blanks',
    example: {
      bad: examplePage({
        request: ['| json {data-required} | object | the body', '| sort _id {data-indent=1} | string | sort of the tea'],
      }),
      good: examplePage({
        request: ['| json {data-required} | object | the body', '| sort_id {data-indent=1} | string | sort of the tea'],
      }),
    },
  },
  'doc-attribute-misplaced': {
    severity: 'error',
    title: 'Attribute in the wrong place',
    why: 'the attribute has no effect on the site, and the reader has to guess what it was meant for',
    fix: 'move it to the cell that it belongs to',
    example: {
      bad: examplePage({
        request: ['| json {data-required} | object | the body', '| sort {data-indent=1} | string {data-required} | sort of the tea'],
      }),
      good: examplePage({
        request: ['| json {data-required} | object | the body', '| sort {data-required data-indent=1} | string | sort of the tea'],
      }),
    },
  },
  'doc-attribute-unknown': {
    severity: 'warn',
    title: 'Attribute is not known',
    why: 'nothing is generated from it',
    fix: 'correct the spelling, or remove it',
    example: {
      bad: examplePage({
        request: ['| json {data-required} | object | the body', '| sort {data-mandatory data-indent=1} | string | sort of the tea'],
      }),
      good: examplePage({
        request: ['| json {data-required} | object | the body', '| sort {data-required data-indent=1} | string | sort of the tea'],
      }),
    },
  },
  'doc-attribute-spelling': {
    severity: 'info',
    title: 'Second spelling of an attribute',
    why: 'it means the same, but readers search for the usual one',
    fix: 'write the usual spelling',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| order {data-indent=1} | string {data-encoded-by=json_encode} | the order',
          '| {colspan=3 .im-table-line}',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| order {data-indent=1} | string {data-encoded=by-json_encode} | the order',
          '| {colspan=3 .im-table-line}',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
    },
  },
  'doc-indent-invalid': {
    severity: 'error',
    title: 'Depth is no number',
    why: 'the row is taken to stand beside the row above',
    fix: 'write `data-indent=N` with N from 1, or leave it out',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| sort {data-required data-indent=1} | string | sort of the tea',
          '| cups {data-indent=one} | integer | number of cups',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| sort {data-required data-indent=1} | string | sort of the tea',
          '| cups {data-indent=1} | integer | number of cups',
        ],
      }),
    },
  },
  'doc-indent-jump': {
    severity: 'error',
    title: 'Row is too deep for the row above',
    why: 'its parent is missing; the row is hung below the row above',
    fix: 'reduce `data-indent`, or add the missing parent row',
    example: {
      bad: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=2} | string | sort of the tea'] }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=1} | string | sort of the tea'] }),
    },
  },
  'doc-indent-deep': {
    severity: 'error',
    title: 'Row is deeper than 32 levels',
    why: 'the row is taken as one of depth 32',
    fix: 'reduce `data-indent`',
    example: {
      bad: examplePage({ request: tower(34) }),
      good: examplePage({ request: tower(7) }),
    },
  },
  'doc-child-of-scalar': {
    severity: 'error',
    title: 'Row below a field that has no members',
    why: 'the parent is no object, so that the row can never be sent',
    fix: 'make the parent an `object` or `object[]`, or put a separator row between an encoded string and its content',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| tea {data-indent=1} | string | the tea',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| tea {data-indent=1} | object | the tea',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
    },
  },
  'doc-field-duplicate': {
    severity: 'error',
    title: 'Field stands twice',
    why: 'only the first row is used, with what stands below either',
    fix: 'remove one of the rows, or put a separator row between two shapes of one field',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| sort {data-indent=1} | string | sort of the tea',
          '| sort {data-indent=1} | string | its sort',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| sort {data-indent=1} | string | sort of the tea',
          '| size {data-indent=1} | string | its size',
        ],
      }),
    },
  },
  'doc-type-missing': {
    severity: 'error',
    title: 'Row has no type',
    why: 'the field is taken as `string`',
    fix: 'write the type into the second cell',
    example: {
      bad: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=1}'] }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=1} | string'] }),
    },
  },
  'doc-type-unknown': {
    severity: 'error',
    title: 'Type is not known',
    why: 'the field is taken as what is spelled alike, else as `string`',
    fix: 'use `string`, `integer`, `number`, `boolean`, `object` or one of these with `[]`',
    example: {
      bad: examplePage({ request: ['| json {data-required} | object | the body', '| cups {data-indent=1} | int | number of cups'] }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| cups {data-indent=1} | integer | number of cups'] }),
    },
  },
  'doc-type-spelling': {
    severity: 'info',
    title: 'Second word for a type',
    why: 'it means the same, but readers search for the usual one',
    fix: 'write `number`',
    example: {
      bad: examplePage({ request: ['| json {data-required} | object | the body', '| cups {data-indent=1} | float | number of cups'] }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| cups {data-indent=1} | number | number of cups'] }),
    },
  },
  'doc-encryption-on-non-string': {
    severity: 'error',
    title: 'Something else than text is marked as encrypted or encoded',
    why: 'cipher text is always a string',
    fix: 'make the type `string`, or remove the mark',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| guest {data-indent=1} | object {data-encrypted=by-rsa-pubkey} | name of the guest',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| guest {data-indent=1} | string {data-encrypted=by-rsa-pubkey} | name of the guest',
        ],
      }),
    },
  },
  'doc-layer-owner-ambiguous': {
    severity: 'error',
    title: 'Rows below a separator have no sure owner',
    why: 'they describe what is inside a string, but of which one is a guess',
    fix: 'mark the string right above the separator with `data-encoded` or `data-encrypted`',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| order {data-indent=1} | string | the order',
          '| {colspan=3 .im-table-line}',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| order {data-indent=1} | string {data-encoded=by-json_encode} | the order',
          '| {colspan=3 .im-table-line}',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
    },
  },
  // A hint: half of all real notifications are written like this, and the owner of the rows is sure all the same.
  'doc-layer-detached': {
    severity: 'info',
    title: 'Separator does not follow its string',
    why: 'readers take the rows below it for the content of the row above it',
    fix: 'move the string right above the separator row',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| order {data-indent=1} | string {data-encoded=by-json_encode} | the order',
          '| guest {data-indent=1} | string | name of the guest',
          '| {colspan=3 .im-table-line}',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| guest {data-indent=1} | string | name of the guest',
          '| order {data-indent=1} | string {data-encoded=by-json_encode} | the order',
          '| {colspan=3 .im-table-line}',
          '| sort {data-indent=2} | string | sort of the tea',
        ],
      }),
    },
  },
  'doc-separator-misplaced': {
    severity: 'error',
    title: 'Separator without effect',
    why: 'it neither opens the row above nor divides two shapes of one field',
    fix: 'remove the separator row',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| sort {data-indent=1} | string | sort of the tea',
          '| {colspan=3 .im-table-line}',
          '| cups {data-indent=1} | integer | number of cups',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| tea {data-indent=1} | object | a `GREEN` tea',
          '| sort {data-indent=2} | string | sort of the tea',
          '| {colspan=3 .im-table-line}',
          '| tea {data-indent=1} | object | a `BLACK` tea',
          '| cups {data-indent=2} | integer | number of cups',
        ],
      }),
    },
  },
  'doc-spanning-misplaced': {
    severity: 'error',
    title: 'Spanning row beside other rows',
    why: 'a table either has fields or says in one row what is answered instead',
    fix: 'remove the spanning row, or the fields',
    example: {
      bad: examplePage({ response: ['| 空字符串(无返回内容) {align=center colspan=3}', '| order_id | string | number of the order'] }),
      good: examplePage({ response: ['| 空字符串(无返回内容) {align=center colspan=3}'] }),
    },
  },
  'doc-spanning-unknown': {
    severity: 'warn',
    title: 'Spanning row is not understood',
    why: 'the answer is taken as empty, so that whatever comes is thrown away',
    fix: 'write `空字符串(无返回内容)`, `文件流(…)` or `跳转(…)`, or list the fields',
    example: {
      bad: examplePage({ response: ['| 什么都有 {align=center colspan=3}'] }),
      good: examplePage({ response: ['| 空字符串(无返回内容) {align=center colspan=3}'] }),
    },
  },
  'doc-row-cells': {
    severity: 'error',
    title: 'Row has more than three cells',
    why: 'everything behind the third cell is invisible on the site',
    fix: 'write a pipe inside a cell as `\\|`',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| size {data-indent=1} | string | size of the cup<br/>`S` | `L` 枚举值之一',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一',
        ],
      }),
    },
  },
  // A hint: whole tables of real pages are written like this, and nothing but comments is lost.
  'doc-row-short': {
    severity: 'info',
    title: 'Row has no cell for its description',
    why: 'nobody learns what the field means',
    fix: 'write what the field means into a third cell',
    example: {
      bad: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=1} | string'] }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| sort {data-indent=1} | string | sort of the tea'] }),
    },
  },
  'doc-enum-duplicate': {
    severity: 'warn',
    title: 'Value is listed twice',
    why: 'one of the two is perhaps meant to be another value',
    fix: 'remove or correct one of them',
    example: {
      bad: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| size {data-indent=1} | string | size of the cup<br/>`S` \\| `S` 枚举值之一',
        ],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一',
        ],
      }),
    },
  },
  'doc-enum-single-of-many': {
    severity: 'info',
    title: 'One of many, yet one',
    why: 'values are perhaps missing',
    fix: 'add the missing values, or use the keyword for one value',
    example: {
      bad: examplePage({
        request: ['| json {data-required} | object | the body', '| size {data-indent=1} | string | size of the cup<br/>`S` 枚举值之一'],
      }),
      good: examplePage({
        request: ['| json {data-required} | object | the body', '| size {data-indent=1} | string | size of the cup<br/>`S` 枚举值'],
      }),
    },
  },
  'doc-enum-many-of-single': {
    severity: 'info',
    title: 'Keyword for one value behind several',
    why: 'the list is taken as it stands',
    fix: 'use the keyword for one of several values',
    example: {
      bad: examplePage({
        request: ['| json {data-required} | object | the body', '| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值'],
      }),
      good: examplePage({
        request: [
          '| json {data-required} | object | the body',
          '| size {data-indent=1} | string | size of the cup<br/>`S` \\| `L` 枚举值之一',
        ],
      }),
    },
  },
  'doc-text-html': {
    severity: 'info',
    title: 'Tag in a description',
    why: 'generated comments leave it out',
    fix: 'write plain text',
    example: {
      bad: examplePage({
        request: ['| json {data-required} | object | the body', '| size {data-indent=1} | string | size of the <b>cup</b>'],
      }),
      good: examplePage({ request: ['| json {data-required} | object | the body', '| size {data-indent=1} | string | size of the cup'] }),
    },
  },
} as const satisfies Readonly<Record<string, Declaration>>;
