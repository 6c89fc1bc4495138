import { describe, expect, it } from 'vitest';
import { groupRole } from '../../generator/model/groups.js';

describe('groupRole', () => {
  it.each([
    ['json', [], 'json'],
    ['base_uri', [], 'base_uri'],
    ['tea_id', ['tea_id'], 'path'],
    ['query', ['query'], 'path'],
    ['tea_id', [], 'stray'],
    ['constructor', [], 'stray'],
  ])('of %s with %j in the URL is %s', (name, pathNames, role) => {
    expect(groupRole(name, pathNames)).toBe(role);
  });
});
