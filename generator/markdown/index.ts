export { attributeValue, type Attribute, type Attributes } from './attributes/parse-attributes.js';
export type { AttributeLine, Container, ImTable, ImTableCell, ImTableRow } from './nodes.js';
export { parseMarkdown } from './parse-markdown.js';
