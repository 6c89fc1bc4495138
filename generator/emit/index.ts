export { emitIndexes } from './emit-indexes.js';
export { emitPackage } from './emit-package.js';
export { emitPage } from './emit-page.js';
export type { SourceFile } from './source-file.js';
