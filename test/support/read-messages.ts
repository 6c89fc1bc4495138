import type { Api } from '../../generator/model/api.js';
import { createRandom } from '../fuzz/mutate.js';
import { bundlePages } from './bundle-pages.js';
import type { Misreading, ReadBack } from './read-back.js';

/**
 * Has a client read `count` made-up messages of every answer with fields and every notification of an API.
 *
 * @returns how many it read, and what it misread
 */
export async function readMessages(
  readBack: ReadBack,
  api: Api,
  count: number,
): Promise<{ readonly read: number; readonly misread: readonly (Misreading & { readonly file: string })[] }> {
  const random = createRandom(1);
  const misread: (Misreading & { readonly file: string })[] = [];
  let read = 0;
  for (const message of readBack.messagesOf(api, await bundlePages(api.pages))) {
    for (let left = count; left > 0; left -= 1) {
      const misreading = await message.read(random);
      if (misreading) misread.push({ file: message.file, ...misreading });
      else read += 1;
    }
  }
  return { read, misread };
}
