import type { Finding } from '../../generator/drift/finding.js';

/** A finding of which only some facts matter. */
export function someFinding(facts: Partial<Finding>): Finding {
  return {
    ruleId: 'request-became-required',
    class: 'contract',
    level: 'error',
    semver: 'major',
    breaks: 'both',
    side: 'request',
    operation: 'POST /v3/lamps',
    field: 'json.colour',
    message: '`json.colour` was optional and is required now',
    help: 'Release a new major version.',
    fingerprint: '0'.repeat(16),
    covers: [],
    ...facts,
  };
}
