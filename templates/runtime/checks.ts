/** What emitted validators are made of. */
export {
  allowBoolean,
  allowInteger,
  allowNumber,
  allowNumeric,
  allowObject,
  allowOneOf,
  allowString,
  requireBoolean,
  requireInteger,
  requireNumber,
  requireNumeric,
  requireObject,
  requireOneOf,
  requireString,
} from './check-value.js';
export { allowList, requireList } from './check-list.js';
export { throwIssues } from './errors.js';
export { standardSchema } from './standard-schema.js';
export { fail, failEnum, fewest, isObject, type Issue, type Issues, nest, ownMember } from './validation.js';
