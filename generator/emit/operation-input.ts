import type { Operation, RequestGroup } from '../model/api.js';
import { buildMembers, buildPlainValue, type Reading } from './build-plain-value.js';
import { opensContent } from './layers.js';
import { pascalCase, type Scope } from './names.js';
import type { PlainMember } from './plain-value.js';
import { isGroupOptional, relaxSupplied } from './supplied-rows.js';

/** The members of an operation's input: the groups of the request table, and the path parameters on top (design.md §4). */
export function buildInput({ protocol, request, pathParameters, baseUris }: Operation, name: string, scope: Scope): PlainMember[] {
  return request.map(({ role, field }) => {
    const value = buildPlainValue(field, name + pascalCase(field.name), requestReading(role, scope));
    // A helper of the samples that spells a part of the URL has a row, but is no parameter (dialect.md §17).
    const optional = role === 'path' ? !pathParameters.includes(field.name) : isGroupOptional(protocol, role, field, baseUris);
    return relaxSupplied(protocol, role, { name: field.name, optional, value, field });
  });
}

function requestReading(role: RequestGroup['role'], scope: Scope): Reading {
  return {
    scope,
    open: false,
    opens: (row) => opensContent(row, 'sealed'),
    numberText: role === 'path' || role === 'xml',
    upload: role === 'body' ? 'body' : undefined,
  };
}

/** The members of what an operation answers. */
export function buildOutput({ answer }: Operation, name: string, scope: Scope): PlainMember[] {
  return buildMembers('fields' in answer ? answer.fields : [], name, { scope, open: true, opens: (row) => opensContent(row, 'opened') });
}
