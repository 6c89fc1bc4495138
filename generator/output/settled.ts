/**
 * Statements, members and entries that prettier prints as they are. Formatting takes longer than all other work of a run together, and
 * most of what is emitted needs none: they stand aside meanwhile.
 *
 * They are settled if prettier has no choice: each line fits, is ASCII (whose width is its length) but for comments, and holds
 * nothing that prettier rewrites, such as quotes inside of strings or parentheses that could go.
 */

/** Text in which placeholders stand for settled statements. */
export interface Rest {
  readonly text: string;
  /** With their indentation and the line feed at their end. */
  readonly settled: readonly string[];
}

/** prettier's `printWidth`. */
export const lineWidth = 140;

const word = String.raw`[A-Za-z_$][\w$]*`;
const text = String.raw`'[ !#-&(-\[\]-~]*'`;
const separated = (item: string, separator: string): string => `${item}(?:${separator}${item})*`;

// Types, as members of interfaces have them.
const named = String.raw`${word}(?:<${separated(`${word}(?:<${word}>)?`, ', ')}>)?`;
const unit = String.raw`(?:${text}|\d+|(?:import\(${text}\)\.)?${named})`;
/** Needs its parentheses in a union only. */
const open = String.raw`\((?:string|number|boolean) & \{\}\)`;
const list = String.raw`(?:readonly )?(?:${word}|\(${unit}(?: \| (?:${unit}|${open}))+\))(?:\[\])+`;
const type = String.raw`(?:${list}|${unit})(?: \| (?:${list}|${unit}|${open}))*`;

// Expressions, as validators have them.
const path = String.raw`${word}(?:\.${word})*`;
const atom = String.raw`(?:${text}|\d+|${path})`;
const argument = String.raw`(?:${word}\(${word}\)|${atom}|\[${separated(atom, ', ')}\]|${text} \+ index)`;
const call = String.raw`${path}(?:<${word}>)?\((?:${separated(argument, ', ')})?\)`;
const test = String.raw`(?:!?${call}|(?:typeof )?${path} [!=]== ${atom})`;
const condition = separated(test, ' && ');
const action = String.raw`(?:return (?:${call}(?: === undefined)?|${atom})|${word} = ${call}|${call})`;
const simple = String.raw`(?:(?:if \(${condition}\) )?${action}|const (?:${word}|\{ ${separated(word, ', ')} \}) = ${path}|let ${word}: ${word});`;

const fits = String.raw`(?=.{1,${lineWidth}}\n)`;
const line = (content: string): string => String.raw`${fits}${content}\n`;
/** prettier trims the lines of a comment, and that is all. */
const comment = (indent: string): string =>
  String.raw`(?:${indent}/\*\*(?: .*)? \*/\n|${indent}/\*\*\n(?:${indent} \*(?: .*\S)?\n)+${indent} \*/\n)`;

/** prettier takes quotes away where a word needs none. */
const key = String.raw`(?:${word}|(?!'${word}')${text})`;
const member = String.raw`${key}\??: ${type};`;
const members = `(?:${comment('  ')}|${line(`  ${member}`)})+`;
// Of an object whose entries stand on lines of their own, as those of tables do.
const entry = String.raw`${key}: (?:${text}|\d+|\(\) => import\(${text}\)),`;
const imported = String.raw`(?:type )?${word}`;
const parameters = separated(String.raw`${word}\??: ${type}`, ', ');
const statements = [
  String.raw`export interface ${word} \{\n${members}\}\n`,
  `(?:${line(String.raw`import (?:type )?\{ ${separated(imported, ', ')} \} from ${text};`)})+`,
  line(String.raw`export function ${word}\(${parameters}\): (?:(?:asserts )?${word} is )?${type} \{`) +
    line(`  ${simple}`) +
    String.raw`\}\n`,
  line(String.raw`export const ${word} = /\* @__PURE__ \*/ ${call};`),
];
/** Lines of one kind that follow each other at one indentation. */
const run = (name: string, content: string): string =>
  String.raw`^${fits}(?<${name}> +)${content}\n(?:${fits}\k<${name}>${content}\n)*`;
const settledForm = new RegExp(
  [
    String.raw`(?<=\n\n)${comment('')}?(?:${statements.join('|')})(?=\n|$)`,
    String.raw`${run('statement', simple)}(?! *else\b)`,
    run('member', member),
    run('entry', entry),
  ].join('|'),
  'gm',
);

const placeholder = /^( *)settled(\d+)\$[;,]\n/gm;

/** Takes the settled statements out of a file's text. */
export function takeOutSettled(whole: string): Rest {
  const settled: string[] = [];
  const rest = whole.replace(settledForm, (lines: string) => {
    settled.push(lines);
    // What stands in its place is a statement, a member or an entry, as it is itself.
    return `${/^ */.exec(lines)?.[0] ?? ''}settled${settled.length - 1}$${lines.endsWith(',\n') ? ',' : ';'}\n`;
  });
  return { text: rest, settled };
}

/**
 * Puts the settled statements back into the formatted text.
 *
 * @returns undefined if one of them is not where it was taken from, so that it was not settled after all
 */
export function putBackSettled(formatted: string, settled: readonly string[]): string | undefined {
  let found = 0;
  let isInPlace = true;
  const whole = formatted.replace(placeholder, (_, indent: string, number: string) => {
    const statement = settled[found] ?? '';
    isInPlace &&= Number(number) === found && statement.search(/[^ ]/) === indent.length;
    found += 1;
    return statement;
  });
  return isInPlace && found === settled.length ? whole : undefined;
}
