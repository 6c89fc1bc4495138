/** What emitted validators are made of. */
export { throwIssues } from './errors.js';
export { standardSchema } from './standard-schema.js';
export { fewest, hasMembers, isNumeric, isObject, type Issue, type Issues, nest, notListed, ownMember } from './validation.js';
export {
  checkOneOf,
  checkStrings,
  notBoolean,
  notFile,
  notInteger,
  notList,
  notListOrObject,
  notNumber,
  notObject,
  notString,
} from './wrong-value.js';
