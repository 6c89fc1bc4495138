export { emitPageTest } from './emit-page-test.js';
