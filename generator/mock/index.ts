export { readFixtures, type Fixtures } from './fixtures.js';
export { keepKeys } from './keep-keys.js';
export type { Delivery } from './send-webhook.js';
export { startMock, type Mock, type MockOptions } from './start-mock.js';
