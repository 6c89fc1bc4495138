export { emitIndexes } from './emit-indexes.js';
export { emitPage } from './emit-page.js';
export type { SourceFile } from './source-file.js';
