import type { CodeFacts } from '../support/code-facts.js';
import { canary } from './payloads.js';

/** Control and format characters, halves of characters, and line separators other than the line feed. What nobody has assigned yet may stay. */
const unprintable = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Whether code has characters that nobody sees. */
export function hidesCharacters(code: string): boolean {
  return unprintable.test(code);
}

/** Identifiers, imports and calls that a payload brought along. */
export function foreignTokens({ identifiers, modules, calls }: CodeFacts): readonly string[] {
  return [...identifiers, ...modules, ...calls].filter((token) => canary.test(token));
}
