import { describe, expect, it } from 'vitest';
import { catalogue, type Code } from '../../generator/diagnostics/catalogue.js';
import type { Declaration } from '../../generator/diagnostics/declaration.js';
import { diagnose } from '../support/tester.js';

const declarations = Object.entries(catalogue) as [Code, Declaration][]; // the keys are the codes

/** Codes that say why another one has fired. */
const companions: ReadonlyMap<Code, Code> = new Map([['doc-encoding-suspect', 'doc-layer-owner-ambiguous']]);

describe('the examples of the catalogue', () => {
  it.each(declarations)('%s fires on its bad example', (code, { severity, example }) => {
    const found = diagnose(example.bad).filter((diagnostic) => diagnostic.code === code);
    expect(found).not.toEqual([]);
    expect(found.every((diagnostic) => diagnostic.severity === severity)).toBe(true);
  });

  it.each(declarations)('%s does not fire on its good example', (code, { example }) => {
    expect(diagnose(example.good).filter((diagnostic) => diagnostic.code === code)).toEqual([]);
  });

  it('shows every bad example a cause of its own: no error or fatal code but the one declared', () => {
    const others = declarations.flatMap(([code, { example }]) =>
      diagnose(example.bad)
        .filter(
          (diagnostic) =>
            diagnostic.code !== code &&
            diagnostic.code !== companions.get(code) &&
            (diagnostic.severity === 'error' || diagnostic.severity === 'fatal'),
        )
        .map((diagnostic) => `${code}: ${diagnostic.code} ${diagnostic.message}`),
    );
    expect(others).toEqual([]);
  });
});

describe('the words of the catalogue', () => {
  it.each(declarations)('%s has a title, a reason and a next step', (code, { title, why, fix }) => {
    expect(code).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(title).toMatch(/^[A-Z`].*[^.]$/);
    expect(why).not.toBe('');
    expect(fix).not.toBe('');
  });
});
