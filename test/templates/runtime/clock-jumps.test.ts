import { describe, expect, it } from 'vitest';
import { PlatformKeys } from '../../../templates/runtime/platform-keys.js';
import { makeCertificate } from '../../../generator/mock/make-certificate.js';
import { makeRsaPair } from '../../../templates/testing/keys.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';
import { post, type PostInput } from '../exemplar/special-reduction.js';

const day = 24 * 60 * 60_000;
const jumps = [-3650 * day, -day, -1000, 1000, day, 3650 * day];

const input: PostInput = {
  json: { mchid: keys.mchid, bal_account_no: 'text', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
};

/** A machine whose clock is set by `jump` when the first attempt has failed; the platform's clock always agrees with it afterwards. */
function machineThatJumps(jump: number, failure: () => Response) {
  let offset = 0;
  const clock = patientClock(() => Date.now() + offset);
  const hosts: string[] = [];
  const play: typeof fetch = async (url) => {
    hosts.push(new URL(String(url)).host);
    if (hosts.length > 1) {
      const { headers, body } = signAnswer('{}', { keys, now: Math.floor(clock.now() / 1000) });
      return new Response(body, { headers });
    }
    offset = jump;
    return failure();
  };
  return { clock, hosts, merchant: fakeMerchant({ fetch: play, clock }) };
}

const unreachable = (): Response => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('socket'), { code: 'ECONNREFUSED' }) });
};

describe.each(jumps)('a clock that is set by %d ms during a call', (jump) => {
  it('neither ends it nor keeps it from being repeated', async () => {
    const { merchant, hosts } = machineThatJumps(jump, () => new Response(null, { status: 503 }));
    await expect(post(merchant, input, { timeout: 20_000 })).resolves.toMatchObject({ status: 200 });
    expect(hosts).toHaveLength(2);
  });

  it('does not change how long the platform asks to wait', async () => {
    const sent = Date.now();
    const headers = { Date: new Date(sent).toUTCString(), 'Retry-After': new Date(sent + 3000).toUTCString() };
    const { merchant, clock } = machineThatJumps(jump, () => new Response(null, { status: 429, headers }));
    await post(merchant, input);
    expect(clock.waits).toEqual([3000]);
  });

  it('does not keep later calls at the stand-by host', async () => {
    const { merchant, hosts, clock } = machineThatJumps(0, unreachable);
    await post(merchant, input);
    expect(hosts).toEqual(['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com']);
    const back = clock.now() + Math.min(jump, -1000);
    expect(merchant.hosts.choose(new URL('https://api.mch.weixin.qq.com/v3/x'), back).host).toBe('api.mch.weixin.qq.com');
  });
});

it.each(jumps.filter((jump) => jump < 0))('certificates are downloaded again after the clock was set by %d ms', async (jump) => {
  let now = Date.now();
  let downloads = 0;
  const certificate = (serial: string): string =>
    makeCertificate({ serial, pair: makeRsaPair(), from: now - 10_000 * day, to: now + 10_000 * day, name: 'a platform' });
  const pem = certificate('0A'.repeat(20));
  const platformKeys = new PlatformKeys(
    { ['0A'.repeat(20)]: pem },
    patientClock(() => now),
    async () => {
      downloads += 1;
      return [];
    },
  );
  await platformKeys.find('0B'.repeat(20));
  await platformKeys.find('0B'.repeat(20));
  expect(downloads).toBe(1);
  now += jump;
  await platformKeys.find('0B'.repeat(20));
  await platformKeys.current();
  expect(downloads).toBe(2);
});
