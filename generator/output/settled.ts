/**
 * Statements that prettier prints as they are. Formatting takes longer than all other work of a run together, and most of what is
 * emitted needs none: such statements stand aside meanwhile.
 *
 * A statement is settled if prettier has no choice: each line fits, is ASCII (whose width is its length) but for comments, and holds
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
const unit = String.raw`(?:${text}|\d+|${named})`;
/** Needs its parentheses in a union only. */
const open = String.raw`\((?:string|number|boolean) & \{\}\)`;
const list = String.raw`(?:readonly )?(?:${word}|\(${unit}(?: \| (?:${unit}|${open}))+\))(?:\[\])+`;
const type = String.raw`(?:${list}|${unit})(?: \| (?:${list}|${unit}|${open}))*`;

// Expressions, as validators have them.
const path = String.raw`${word}(?:\.${word})*`;
const atom = String.raw`(?:${text}|\d+|${path})`;
const argument = String.raw`(?:${word}\(${word}\)|${atom}|\[${separated(atom, ', ')}\]|\`\$\{pointer\}/\$\{index\}\`)`;
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

const members = String.raw`(?:${comment('  ')}|${line(String.raw`  (?:${word}|(?!'${word}')${text})\??: ${type};`)})+`;
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
const settledForm = new RegExp(
  String.raw`(?<=\n\n)${comment('')}?(?:${statements.join('|')})(?=\n|$)|^${fits}( +)${simple}\n(?:${fits}\1${simple}\n)*(?! *else\b)`,
  'gm',
);

const placeholder = /^( *)settled(\d+)\$;\n/gm;

/** Takes the settled statements out of a file's text. */
export function takeOutSettled(whole: string): Rest {
  const settled: string[] = [];
  const rest = whole.replace(settledForm, (statement: string, indent: string | undefined) => {
    settled.push(statement);
    return `${indent ?? ''}settled${settled.length - 1}$;\n`;
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
