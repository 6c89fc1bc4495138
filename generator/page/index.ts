export type * from './page.js';
export type * from './php-value.js';
export { readPage } from './read-page.js';
