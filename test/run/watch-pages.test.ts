import { EventEmitter } from 'node:events';
import { afterAll, expect, test, vi } from 'vitest';
import { watchPages } from '../../generator/run/watch-pages.js';
import { makeProject } from '../support/project.js';
import { pageText } from '../support/write-page.js';

/** As chokidar is where a folder was taken away while it looked at it. */
class NeverReady extends EventEmitter {
  readonly close = async (): Promise<void> => {};
}
vi.mock('chokidar', () => ({ watch: () => new NeverReady() }));

const project = makeProject({ 'openapi/v3/teas.md': pageText() });
afterAll(() => project.dispose());

test('a watch ends though its watcher never gets ready', async () => {
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => void failures.push(error);
  await watchPages(project.settings, { onChange: async () => {}, onFailure, end: Promise.resolve() });
  expect(failures).toEqual([]);
});
