import { readFileSync } from 'node:fs';
import type { AcceptanceEntry } from '../drift/accept-findings.js';
import type { DiffOptions } from '../drift/diff-apis.js';
import type { Level } from '../drift/finding.js';
import { isRuleId, type RuleId } from '../drift/registry.js';
import { SettingsError } from './settings-error.js';

/** Where a specs folder says what its team has decided about drift, unless flags name other files. */
export const acceptedFile = '.docwright/accepted.json';
export const levelsFile = '.docwright/levels.json';

export interface PolicyFiles {
  /** Text of the file that the specs folder has, if it has one. */
  readText(file: string): string | undefined;
  /** Paths given by flags. */
  readonly accepted?: string;
  readonly levels?: string;
  /** The day of the run: `2026-03-31`. */
  readonly today: string;
}

/**
 * Accepted findings, `[{fingerprint, rule, reason, until?}]`, and levels that differ from the catalogue's,
 * `{"rule-id": {level, reason}}` (drift-rules.md §15.7).
 *
 * @throws SettingsError if a file is not what it should be, names an unknown rule, or gives no reason
 */
export function readDriftPolicy({ readText, accepted, levels, today }: PolicyFiles): Pick<DiffOptions, 'accepted' | 'levels'> {
  const entries = readJson(accepted, acceptedFile, readText);
  const overrides = readJson(levels, levelsFile, readText);
  return {
    ...(entries !== undefined && { accepted: { entries: checkEntries(entries.value, entries.path), today } }),
    ...(overrides !== undefined && { levels: checkLevels(overrides.value, overrides.path) }),
  };
}

function readJson(
  flag: string | undefined,
  file: string,
  readText: PolicyFiles['readText'],
): { readonly path: string; readonly value: unknown } | undefined {
  const path = flag ?? file;
  const text = flag === undefined ? readText(file) : readFlagged(flag);
  if (text === undefined) return undefined;
  try {
    return { path, value: JSON.parse(text) };
  } catch (error) {
    throw new SettingsError(`${path} is no JSON: ${error instanceof Error ? error.message : ''}`, 'correct the file');
  }
}

function readFlagged(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`${path} cannot be read`, 'name a file that exists');
  }
}

function checkEntries(value: unknown, path: string): AcceptanceEntry[] {
  if (!Array.isArray(value)) throw new SettingsError(`${path} holds no list`, 'write a list of {fingerprint, rule, reason, until?}');
  return value.map((entry: unknown, index) => {
    const { fingerprint, rule, reason, until } = membersOf(entry);
    const place = `entry ${index + 1} of ${path}`;
    if (typeof fingerprint !== 'string' || typeof rule !== 'string') {
      throw new SettingsError(`${place} has no fingerprint or no rule`, 'copy both from the JSON report');
    }
    checkRule(rule, place);
    checkReason(reason, place);
    if (until === undefined) return { fingerprint, rule, reason };
    if (typeof until !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(until)) {
      throw new SettingsError(`${place} has an \`until\` that is no day`, 'write it as 2026-03-31');
    }
    return { fingerprint, rule, reason, until };
  });
}

const levels: readonly Level[] = ['error', 'warn', 'info', 'off'];

function checkLevels(value: unknown, path: string): Map<RuleId, Level> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SettingsError(`${path} holds no object of rules`, 'write {"rule-id": {"level": "…", "reason": "…"}}');
  }
  return new Map(
    Object.entries(membersOf(value)).map(([id, override]) => {
      const place = `${id} in ${path}`;
      const rule = checkRule(id, place);
      const { level, reason } = membersOf(override);
      const known = levels.find((each) => each === level);
      if (known === undefined) throw new SettingsError(`${place} has no level`, `give one of ${levels.join(', ')}`);
      checkReason(reason, place);
      return [rule, known];
    }),
  );
}

function checkRule(id: string, place: string): RuleId {
  if (!isRuleId(id)) throw new SettingsError(`${place} names a rule that does not exist`, 'rules stand in docs/drift.md');
  return id;
}

function checkReason(reason: unknown, place: string): asserts reason is string {
  if (typeof reason !== 'string' || reason.trim() === '')
    throw new SettingsError(`${place} has no reason`, 'say why, for whoever reads it next year');
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  // Any object has members of unknown kinds; whatever is none has none.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
