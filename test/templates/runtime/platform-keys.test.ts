import { createCipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCertificate, type CertificateFacts } from '../../../generator/mock/make-certificate.js';
import { downloadCertificates } from '../../../templates/runtime/download-certificates.js';
import { PlatformKeys, readPlatformKey } from '../../../templates/runtime/platform-keys.js';
import { signText } from '../../../templates/runtime/sign-request.js';
import { makeRsaPair, publicPem } from '../../../templates/testing/keys.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { fakeMerchant, keys, patientClock } from '../../support/fake-merchant.js';
import { post, type PostInput } from '../exemplar/special-reduction.js';

const now = Date.now();
const byCertificate = { platformKeys: undefined, certificates: downloadCertificates };
const day = 24 * 60 * 60_000;
const certified = makeRsaPair();
const older = certificate({ serial: '00AB'.padEnd(40, '1'), pair: makeRsaPair(), from: now - 100 * day, to: now + 5 * day });
const newer = certificate({ serial: '0CD0'.padEnd(40, '2'), pair: certified, from: now - 5 * day, to: now + 100 * day });
const ended = certificate({ serial: '0EF0'.padEnd(40, '3'), pair: makeRsaPair(), from: now - 100 * day, to: now - day });

function certificate(facts: Omit<CertificateFacts, 'name'>) {
  return { serial: facts.serial, pem: makeCertificate({ ...facts, name: 'a platform' }) };
}

const input: PostInput = {
  json: { mchid: keys.mchid, bal_account_no: 'text', out_request_no: 'R1', reduction_type: 'JUDICIAL_DEDUCTION', amount: 1 },
};

describe('a platform key', () => {
  it('is a public key or a certificate, whose leading zeros count', () => {
    expect(readPlatformKey('PUB_KEY_ID_1', publicPem(certified.publicKey))).toMatchObject({ serial: 'PUB_KEY_ID_1' });
    expect(readPlatformKey(older.serial, older.pem).to).toBe(Math.floor((now + 5 * day) / 1000) * 1000);
  });

  it('is found by the serial as messages write it, whatever the case in the settings', () => {
    const lower = new PlatformKeys({ [older.serial.toLowerCase()]: older.pem }, patientClock(), undefined);
    expect(lower.get(older.serial)).toBeDefined();
  });

  it('must be the certificate of its serial', () => {
    expect(() => readPlatformKey(newer.serial, older.pem)).toThrow('certificate of that serial');
  });
});

describe('the keys of the platform', () => {
  const configured = { [older.serial]: older.pem, [newer.serial]: newer.pem, [ended.serial]: ended.pem };

  it('encrypt with the public key, where there is one', async () => {
    const both = new PlatformKeys({ ...configured, PUB_KEY_ID_1: publicPem(keys.platform.publicKey) }, patientClock(), undefined);
    expect(await both.current()).toBe('PUB_KEY_ID_1');
  });

  it('else with the certificate that began last', async () => {
    expect(await new PlatformKeys(configured, patientClock(), undefined).current()).toBe(newer.serial);
  });

  it('must be valid now, or nothing is sent', async () => {
    const fetch = () => Promise.reject(new Error('sent'));
    await expect(post(fakeMerchant({ platformKeys: { [ended.serial]: ended.pem }, fetch }), input)).rejects.toMatchObject({
      name: 'ConfigError',
      outcome: 'not-sent',
      message: expect.stringContaining('`platformKeys`'),
    });
  });

  it('verify with any that is valid, side by side', () => {
    const both = new PlatformKeys({ ...configured, PUB_KEY_ID_1: publicPem(keys.platform.publicKey) }, patientClock(), undefined);
    expect([older.serial, newer.serial, 'PUB_KEY_ID_1', ended.serial, 'other'].map((serial) => both.get(serial) !== undefined)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('are never downloaded beside a public key', async () => {
    const download = () => Promise.reject(new Error('downloaded'));
    const both = new PlatformKeys({ PUB_KEY_ID_1: publicPem(keys.platform.publicKey) }, patientClock(), download);
    expect(await both.find('other')).toBeUndefined();
    expect(await both.current()).toBe('PUB_KEY_ID_1');
  });

  it('are downloaded once for all who wait, at most once a minute for unknown serials, and after half a day', async () => {
    let downloads = 0;
    let time = now;
    const certificates = new PlatformKeys(
      {},
      patientClock(() => time),
      async () => {
        downloads++;
        return [readPlatformKey(newer.serial, newer.pem)];
      },
    );
    await Promise.all([certificates.current(), certificates.current(), certificates.find('other')]);
    expect(downloads).toBe(1);
    await certificates.find('other');
    expect(downloads).toBe(1);
    time += 60_000;
    await certificates.find('other');
    expect(downloads).toBe(2);
    time += 61_000;
    expect(await certificates.find(newer.serial)).toBeDefined();
    expect(downloads).toBe(2);
    await certificates.current();
    expect(downloads).toBe(2);
    time += 12 * 60 * 60_000 - 61_000;
    expect(await certificates.current()).toBe(newer.serial);
    expect(downloads).toBe(3);
  });

  it('reach all messages that wait for one download', async () => {
    const answers = [older, newer];
    const certificates = new PlatformKeys({}, patientClock(), async () => {
      const { serial, pem } = answers.shift() ?? newer;
      return [readPlatformKey(serial, pem)];
    });
    const found = await Promise.all([certificates.find(older.serial), certificates.find(older.serial), certificates.find(older.serial)]);
    expect(found.map((key) => key?.type)).toEqual(['public', 'public', 'public']);
    expect(await certificates.find(newer.serial)).toBeUndefined();
  });

  it.each([{}, { [older.serial]: older.pem }])('are downloaded for the first message whose serial is unknown, case %#', async (given) => {
    const certificates = new PlatformKeys(given, patientClock(), async () => [readPlatformKey(newer.serial, newer.pem)]);
    expect(await certificates.find(newer.serial)).toBeDefined();
  });

  it('are valid from the first to the last moment of a certificate, and encrypt in that time only', async () => {
    let time = 0;
    const { from = 0, to = 0 } = readPlatformKey(newer.serial, newer.pem);
    const both = new PlatformKeys(
      { [older.serial]: older.pem, [newer.serial]: newer.pem },
      patientClock(() => time),
      undefined,
    );
    const validAt = (moment: number): boolean => {
      time = moment;
      return both.get(newer.serial) !== undefined;
    };
    expect([from - 1, from, to, to + 1].map(validAt)).toEqual([false, true, true, false]);
    time = from - 1;
    expect(await both.current()).toBe(older.serial);
  });

  it('stay in use when a refresh fails', async () => {
    let time = now;
    const answers = [[readPlatformKey(newer.serial, newer.pem)]];
    const certificates = new PlatformKeys(
      {},
      patientClock(() => time),
      async () => answers.pop() ?? Promise.reject(new Error('down')),
    );
    await certificates.current();
    time += day;
    expect(await certificates.current()).toBe(newer.serial);
  });

  it('stay in use while a refresh is on its way, for which nobody waits', async () => {
    let arrive: (() => void) | undefined;
    const certificates = new PlatformKeys({ [older.serial]: older.pem }, patientClock(), async () => {
      await new Promise<void>((resolve) => (arrive = resolve));
      return [readPlatformKey(newer.serial, newer.pem)];
    });
    expect(await certificates.current()).toBe(older.serial);
    const waiting = certificates.find(newer.serial);
    arrive?.();
    expect(await waiting).toBeDefined();
    expect(await certificates.current()).toBe(newer.serial);
  });

  it('are missed when the first download fails, and tried again by the next call', async () => {
    const answers = [[readPlatformKey(newer.serial, newer.pem)], undefined];
    const certificates = new PlatformKeys({}, patientClock(), async () => answers.pop() ?? Promise.reject(new Error('down')));
    await expect(certificates.current()).rejects.toThrow('down');
    expect(await certificates.current()).toBe(newer.serial);
  });
});

describe('downloading certificates', () => {
  it('decrypts them first, and verifies the answer with them', async () => {
    const { fetch, urls } = platform(certified.privateKey, newer.serial);
    const merchant = fakeMerchant({ ...byCertificate, fetch });
    const { data } = await post(merchant, input);
    expect(data).toEqual({});
    expect(urls).toEqual(['/v3/certificates', '/v3/aggracct-bc/wb-channel/special-reduction']);
  });

  it('refuses an answer that is signed by none of them', async () => {
    const { fetch } = platform(keys.platform.privateKey, newer.serial);
    await expect(post(fakeMerchant({ ...byCertificate, fetch }), input)).rejects.toMatchObject({ name: 'SignatureError' });
  });

  it('refuses what another key encrypted', async () => {
    const { fetch } = platform(certified.privateKey, newer.serial);
    await expect(post(fakeMerchant({ ...byCertificate, fetch, apiV3Key: 'x'.repeat(32) }), input)).rejects.toMatchObject({
      name: 'DecryptError',
    });
  });

  it.each<[string, unknown, string]>([
    ['no certificate', { data: [{ serial_no: 'A' }] }, 'answered no certificate that can be read'],
    ['something else', { data: [7] }, 'answered no certificate that can be read'],
    [
      'one of another algorithm',
      { data: [{ ...boxed(newer), encrypt_certificate: { ...boxed(newer).encrypt_certificate, algorithm: 'AEAD_SM4_GCM' } }] },
      'answered no certificate that can be read',
    ],
    [
      'one without its nonce and data',
      { data: [{ ...boxed(newer), encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', ciphertext: 'AAAA' } }] },
      'answered a certificate that is not encrypted with `apiV3Key`',
    ],
  ])('refuses %s', async (_, answer, message) => {
    const body = JSON.stringify(answer);
    const fetch = async () => new Response(body, { headers: signedBy(certified.privateKey, newer.serial, body) });
    await expect(downloadCertificates(fakeMerchant({ ...byCertificate, fetch }))).rejects.toMatchObject({
      name: 'DecryptError',
      message: `GET /v3/certificates ${message}`,
    });
  });

  it.each([
    ['no list', '{}'],
    ['no object', '7'],
    ['a text', '{"data":"x"}'],
    ['nothing for its serial', undefined],
  ])('refuses an answer that holds %s, as nothing proves it', async (_, given) => {
    const body = given ?? JSON.stringify({ data: [boxed(older)] });
    const fetch = async () => new Response(body, { headers: signedBy(certified.privateKey, newer.serial, body) });
    await expect(downloadCertificates(fakeMerchant({ ...byCertificate, fetch }))).rejects.toMatchObject({ name: 'SignatureError' });
  });

  it('takes a certificate that was encrypted without associated data', async () => {
    const body = JSON.stringify({ data: [boxed(newer, '')] });
    const fetch = async () => new Response(body, { headers: signedBy(certified.privateKey, newer.serial, body) });
    expect(await downloadCertificates(fakeMerchant({ ...byCertificate, fetch }))).toMatchObject([{ serial: newer.serial }]);
  });

  it('passes on every other failure', async () => {
    const fetch = async () => new Response('{"code":"SYSTEM_ERROR","message":"later"}', { status: 500 });
    await expect(downloadCertificates(fakeMerchant({ ...byCertificate, fetch, retries: 0 }))).rejects.toMatchObject({
      name: 'ApiError',
      operation: 'GET /v3/certificates',
    });
  });

  it.each([404, 403])('names the public-key setting when the answer is %i', async (status) => {
    const fetch = async () => new Response('{"code":"RESOURCE_NOT_EXISTS","message":"none"}', { status });
    const refused = downloadCertificates(fakeMerchant({ ...byCertificate, fetch }));
    await expect(refused).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining('PUB_KEY_ID_'),
      cause: { status },
    });
  });
});

/** A platform with certificates only. */
function platform(privateKey: KeyObject, serial: string) {
  const urls: string[] = [];
  const fetch = async (url: string | URL | Request) => {
    const { pathname } = new URL(String(url));
    urls.push(pathname);
    const body = pathname === '/v3/certificates' ? JSON.stringify({ data: [older, newer].map((each) => boxed(each)) }) : '{}';
    return new Response(body, { headers: signedBy(privateKey, serial, body) });
  };
  return { fetch, urls };
}

function signedBy(privateKey: KeyObject, serial: string, body: string) {
  const { headers } = signAnswer(body, { keys, now: Math.floor(Date.now() / 1000) });
  const message = `${headers['Wechatpay-Timestamp']}\n${headers['Wechatpay-Nonce']}\n${body}\n`;
  return { ...headers, 'Wechatpay-Serial': serial, 'Wechatpay-Signature': signText(message, privateKey) };
}

function boxed({ serial, pem }: { serial: string; pem: string }, data = 'certificate') {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce).setAAD(Buffer.from(data));
  const ciphertext = Buffer.concat([cipher.update(pem), cipher.final(), cipher.getAuthTag()]).toString('base64');
  const associated = data === '' ? {} : { associated_data: data };
  return { serial_no: serial, encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', nonce, ...associated, ciphertext } };
}
