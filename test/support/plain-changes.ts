import type { Change, Finding } from '../../generator/drift/finding.js';

/**
 * The plain words of a finding, read from its id alone, as somebody would who knows the published rules and not the registry:
 * the side prefix is dropped, and the rest says what happened. Findings of class `text` stand for nothing.
 */
export function plainChanges(finding: Finding): Change[] {
  if (finding.class === 'text') return [];
  const { operation, side, field } = finding;
  return [...wordsOf(finding.ruleId).map((change) => ({ operation, side, field, change })), ...finding.covers];
}

function wordsOf(ruleId: string): Change['change'][] {
  const row = ruleId.replace(/^(?:request|response|webhook|ack)-/, '');
  if (row === 'field-added-required' || row === 'field-added-optional') return [row];
  if (row.startsWith('field-removed-')) return ['field-removed'];
  if (row === 'became-required' || row === 'became-optional') return [row];
  if (/^(?:element-)?type-|^array-/.test(row)) return ['type-changed'];
  switch (row) {
    case 'page-added':
    case 'operation-added':
    case 'event-added':
      return ['operation-added'];
    case 'page-removed':
    case 'operation-removed':
    case 'event-removed':
      return ['operation-removed'];
    case 'operation-deprecated':
      return ['operation-deprecated'];
    case 'enum-introduced':
    case 'enum-dropped':
    case 'enum-value-added':
    case 'enum-value-removed':
      return [row];
    case 'constant-became-enum':
      return ['enum-value-added'];
    case 'enum-became-constant':
      return ['enum-value-removed'];
    case 'constant-changed':
    case 'enum-value-renamed':
      return ['enum-value-added', 'enum-value-removed'];
    case 'encryption-added':
    case 'encryption-removed':
      return [row];
    case 'encryption-algorithm-changed':
    case 'encryption-key-changed':
    case 'encryption-key-owner-changed':
      return ['encryption-key-changed'];
    case 'encoding-added':
    case 'encoding-removed':
      return [row];
    default:
      return [];
  }
}
