import type { Api } from '../../generator/model/api.js';
import { readApi } from './read-api.js';
import { specsApi } from './specs-api.js';

/** What the pages said a release ago: text that became other text since. */
const edits: Readonly<Record<string, readonly (readonly [now: RegExp, then: string])[]>> = {
  'openapi/v3/aggracct-bc/wb-channel/special-reduction.md': [
    [/ \{data-tooltip=商户API证书对应的公钥\S+ data-encrypted=by-rsa-pubkey\}/, ''],
  ],
  'openapi/v3/refund/domestic/refunds.md': [[/(\| out_refund_no \{)data-required /, '$1']],
  'openapi/v3/pay/transactions/jsapi.md': [[/ \\\| `OVERSEA_PASSPORT`/, '']],
  'webhook/v3/REFUND.SUCCESS.md': [[/\| individual_auth_id .*\n/, '']],
};

/** Pages that are new since then. */
const added = 'openapi/v3/merchant-risk-manage/';

/** The project's own pages as they might have been a release ago. */
export function earlierSpecs(): { readonly api: Api; source(file: string): string | undefined } {
  const { api, source } = specsApi();
  const files = api.pages.map(({ file }) => file).filter((file) => !file.startsWith(added));
  const texts = Object.fromEntries(files.map((file) => [file, earlierText(file, source(file) ?? '')]));
  return { api: readApi(texts).api, source: (file) => texts[file] };
}

function earlierText(file: string, text: string): string {
  return (edits[file] ?? []).reduce((before, [now, then]) => {
    if (!now.test(before)) throw new Error(`${file} does not say ${String(now)}`);
    return before.replace(now, then);
  }, text);
}
