import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, type Code } from '../../generator/diagnostics/catalogue.js';
import type { Declaration } from '../../generator/diagnostics/declaration.js';
import type { Diagnostic } from '../../generator/diagnostics/diagnostic.js';
import { diagnose } from '../support/tester.js';

/** By code: what somebody wrote down that its bad example is told, where, and how it is mended. */
const sentences = new Map(
  readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split(/\n(?=\S)/)
    .map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)]),
);

const declarations = Object.entries(catalogue) as [Code, Declaration][]; // the keys are the codes

const spot = ({ line, column, endColumn }: Diagnostic['place']): string => `${String(line)}:${String(column)}-${String(endColumn)}`;

function describeDiagnostic({ file, place, message, help, related }: Diagnostic, { fix }: Declaration): string {
  return [
    `${file}:${spot(place)} ${message}`,
    ...related.map((other) => `also ${other.file}:${spot(other.place)} ${other.message}`),
    ...(help === fix ? [] : [`help ${help}`]),
  ]
    .map((line) => `  ${line}`)
    .join('\n');
}

describe('what is said of the bad example of', () => {
  it.each(declarations)('%s', (code, declaration) => {
    const found = diagnose(declaration.example.bad).filter((diagnostic) => diagnostic.code === code);
    expect(found.map((diagnostic) => describeDiagnostic(diagnostic, declaration)).join('\n')).toBe(sentences.get(code));
  });
});
