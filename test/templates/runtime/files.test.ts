import { createCipheriv, createHash, publicEncrypt, constants, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { call } from '../../../templates/runtime/call.js';
import { downloadBill, downloadEncryptedBill } from '../../../templates/runtime/download-bill.js';
import { encodeJson } from '../../../templates/runtime/encode-json.js';
import { encryptField } from '../../../templates/runtime/encrypt-field.js';
import type { Merchant } from '../../../templates/runtime/merchant.js';
import type { Operation } from '../../../templates/runtime/operation.js';
import { receiveJson } from '../../../templates/runtime/receive-json.js';
import { receiveStream } from '../../../templates/runtime/receive-stream.js';
import { saveStream } from '../../../templates/runtime/save-stream.js';
import { sendJson } from '../../../templates/runtime/send-json.js';
import { sendMultipart } from '../../../templates/runtime/send-multipart.js';
import { digestFile, type UploadFile } from '../../../templates/runtime/upload-file.js';
import { readRequest, type ArrivedRequest } from '../../../templates/testing/arrived-request.js';
import { decryptRsa } from '../../../templates/testing/rsa.js';
import { signAnswer } from '../../../templates/testing/sign-answer.js';
import { verifyRequest } from '../../../templates/testing/verify-request.js';
import { fakeMerchant, keys } from '../../support/fake-merchant.js';
import { withRawServer } from '../../support/raw-server.js';

const seconds = () => Math.floor(Date.now() / 1000);
const sha1 = (data: Uint8Array) => createHash('sha1').update(data).digest('hex');

describe('an upload', () => {
  const upload: Operation = {
    id: 'POST /v3/upload',
    method: 'POST',
    path: '/v3/upload',
    validate: () => undefined,
    send: sendMultipart,
    receive: receiveJson,
    seal: [
      ['body.meta.phone', encryptField],
      ['body.meta', encodeJson],
    ],
  };

  async function sent(body: object): Promise<{ request: ArrivedRequest; form: FormData; meta: string }> {
    let request: ArrivedRequest | undefined;
    await withRawServer(
      async (message, response) => {
        request = await readRequest(message);
        const { headers, body: text } = signAnswer('{"media_id":"m"}', { keys, now: seconds() });
        response.writeHead(200, headers).end(text);
      },
      (baseUrl) => call(fakeMerchant({ baseUrl }), upload, { body }),
    );
    if (!request) throw new Error('nothing arrived');
    const form = await new Response(new Uint8Array(request.body), {
      headers: { 'Content-Type': request.headers['content-type'] ?? '' },
    }).formData();
    const meta = /name="meta"\r\nContent-Type: application\/json\r\n\r\n(.*)\r\n/.exec(request.body.toString('latin1'))?.[1] ?? '';
    return { request, form, meta: Buffer.from(meta, 'latin1').toString() };
  }

  const data = randomBytes(1000);

  it.each<[string, UploadFile, string]>([
    ['bytes', { name: 'a.jpg', data }, 'image/jpeg'],
    ['a blob', { name: 'a.bin', data: new Blob([data], { type: 'image/png' }) }, 'image/png'],
    ['a type of its own', { name: 'a.jpg', data, type: 'image/webp' }, 'image/webp'],
    ['an unknown ending', { name: 'a.xyz', data }, 'application/octet-stream'],
  ])('of %s sends meta first, then the file, and signs the text of meta', async (_, file, type) => {
    const { request, form, meta } = await sent({ file, meta: { filename: '图.jpg', sha256: await digestFile(file) } });
    expect([...form.keys()]).toEqual(['meta', 'file']);
    expect(meta).toBe(JSON.stringify({ filename: '图.jpg', sha256: createHash('sha256').update(data).digest('hex') }));
    expect(verifyRequest(request, { signedBody: meta, keys, now: seconds() })).toEqual([]);
    const part = form.get('file') as File;
    expect(part).toMatchObject({ name: file.name, type });
    expect(Buffer.from(await part.arrayBuffer())).toEqual(data);
  });

  it('of a list sends a part for each element', async () => {
    const { form } = await sent({ pictures: ['a.jpg', 'b.jpg'].map((name) => ({ name, data })), tags: ['x', 'y'], meta: {} });
    expect([...form.entries()].map(([name, value]) => [name, value instanceof File ? value.name : value])).toEqual([
      ['tags', 'x'],
      ['tags', 'y'],
      ['meta', '{}'],
      ['pictures', 'a.jpg'],
      ['pictures', 'b.jpg'],
    ]);
  });

  it('encrypts fields of meta', async () => {
    const { meta } = await sent({ file: { name: 'a.jpg', data }, meta: { phone: '13800000000' } });
    expect(decryptRsa((JSON.parse(meta) as { phone: string }).phone, keys.platform.privateKey)).toBe('13800000000');
  });

  it('keeps a hostile file name inside of its quotes', async () => {
    const { form } = await sent({ file: { name: 'a"\r\nX: y.jpg', data }, meta: {} });
    expect([...form.keys()]).toEqual(['meta', 'file']);
  });

  it('keeps a hostile media type in its line', async () => {
    const { request, form } = await sent({ file: { name: 'a.jpg', data, type: 'image/png\r\nX-More: y' }, meta: {} });
    expect([...form.keys()]).toEqual(['meta', 'file']);
    expect(request.body.toString('latin1')).not.toContain('\r\nX-More');
  });
});

describe('a download', () => {
  const text = Buffer.from('﻿time,amount\n`2020,`1\n'.repeat(1000));

  const download_url = 'https://example.com/';

  async function download(file: Uint8Array, hash = sha1(text), limit?: number) {
    let request: ArrivedRequest | undefined;
    const content = await withRawServer(
      async (message, response) => {
        request = await readRequest(message);
        response.writeHead(200).end(file);
      },
      async (baseUrl) => {
        const link = { download_url: `${baseUrl}/v3/billdownload/file?token=a%2Fb`, hash_type: 'SHA1', hash_value: hash };
        const stream = await downloadBill(fakeMerchant(), link, { limit });
        return Buffer.from(await new Response(stream).arrayBuffer());
      },
    );
    return { content, request };
  }

  it.each<[string, Uint8Array]>([
    ['plain', text],
    ['packed', gzipSync(text)],
    ['empty', Buffer.alloc(0)],
  ])('of a %s bill is signed, unpacked and checked', async (_, file) => {
    const want = file.length === 0 ? file : text;
    const { content, request } = await download(file, sha1(want));
    expect(content).toEqual(want);
    expect(request?.target).toBe('/v3/billdownload/file?token=a%2Fb');
    expect(request && verifyRequest(request, { signedBody: '', keys, now: seconds() })).toEqual([]);
  });

  it.each<[string, Uint8Array, number | undefined, string]>([
    ['is another file', Buffer.from('other'), undefined, 'SignatureError'],
    ['is longer than allowed', gzipSync(text), 100, 'DecryptError'],
    ['is broken', gzipSync(text).subarray(0, 100), undefined, 'DecryptError'],
  ])('that %s fails at its end', async (_, file, limit, name) => {
    await expect(download(file, undefined, limit)).rejects.toMatchObject({ name });
  });

  it.each([1, 15, 16, 17, 1000])('is unpacked whatever the pieces it arrives in: of %i bytes', async (size) => {
    const packed = gzipSync(text);
    const { file, ...link } = encryptedPart(text);
    for (const [content, open] of [
      [packed, (merchant: Merchant) => downloadBill(merchant, { ...link, hash_value: sha1(text), download_url })],
      [
        file,
        (merchant: Merchant) => downloadEncryptedBill(merchant, [{ ...link, bill_sequence: 1, hash_value: sha1(text), download_url }]),
      ],
    ] as const) {
      const pieces = Array.from({ length: Math.ceil(content.length / size) }, (_, index) =>
        content.subarray(index * size, (index + 1) * size),
      );
      const merchant = fakeMerchant({ fetch: async () => new Response(ReadableStream.from(pieces)) });
      expect(Buffer.from(await new Response(await open(merchant)).arrayBuffer())).toEqual(text);
    }
  });

  it.each<[string, Uint8Array]>([
    ['plain', randomBytes(100_000)],
    ['packed', gzipSync(randomBytes(100_000))],
  ])('of a %s bill ends when its reader gives up', async (_, file) => {
    let given: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (given = resolve));
    await withRawServer(
      (_request, response) => {
        response.on('close', () => given?.());
        response.write(file);
      },
      async (baseUrl) => {
        const link = { download_url: baseUrl, hash_type: 'SHA1', hash_value: '' };
        const reader = (await downloadBill(fakeMerchant(), link)).getReader();
        await reader.read();
        await reader.cancel();
        await closed;
      },
    );
  });

  it('of an encrypted bill ends all parts when one is wrong', async () => {
    const { file, ...link } = encryptedPart(Buffer.from('first\n'));
    let given: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (given = resolve));
    await withRawServer(
      (request, response) => {
        if (request.url === '/1') return void response.end(Buffer.alloc(file.length));
        response.on('close', () => given?.());
        return void response.write(file);
      },
      async (baseUrl) => {
        const links = [1, 2].map((part) => ({ ...link, bill_sequence: part, download_url: `${baseUrl}/${part}` }));
        const stream = await downloadEncryptedBill(fakeMerchant(), links);
        await expect(new Response(stream).text()).rejects.toMatchObject({ name: 'DecryptError' });
        await closed;
      },
    );
  });

  it('refuses a digest that Node.js cannot make, before anything is sent', async () => {
    const fetch = () => Promise.reject(new Error('sent'));
    const link = { download_url: 'https://example.com/', hash_type: 'CRC8', hash_value: '' };
    await expect(downloadBill(fakeMerchant({ fetch }), link)).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining('CRC8'),
    });
  });

  it('refuses a link that is not https', async () => {
    await expect(
      downloadBill(fakeMerchant(), { download_url: 'http://example.com/', hash_type: 'SHA1', hash_value: '' }),
    ).rejects.toMatchObject({ name: 'ConfigError' });
  });

  it('of an encrypted bill decrypts, unpacks and joins the parts in their order', async () => {
    const parts = ['first\n', 'second\n', 'third\n'].map((content, index) => ({
      ...encryptedPart(Buffer.from(content)),
      bill_sequence: index + 1,
    }));
    const joined = await withRawServer(
      (request, response) => response.end(parts[Number(request.url?.slice(1))]?.file),
      async (baseUrl) => {
        const links = parts.map(({ file: _, ...link }, index) => ({ ...link, download_url: `${baseUrl}/${index}` }));
        return new Response(await downloadEncryptedBill(fakeMerchant(), links.reverse())).text();
      },
    );
    expect(joined).toBe('first\nsecond\nthird\n');
  });

  it('of an encrypted bill fails when a part was changed', async () => {
    const { file, ...link } = encryptedPart(Buffer.from('first\n'));
    file[0] = (file[0] ?? 0) ^ 1;
    await withRawServer(
      (_, response) => response.end(file),
      async (baseUrl) => {
        const stream = await downloadEncryptedBill(fakeMerchant(), [{ ...link, bill_sequence: 1, download_url: baseUrl }]);
        await expect(new Response(stream).text()).rejects.toMatchObject({ name: 'DecryptError' });
      },
    );
  });

  it('appears under its name only when it has ended well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'docwright-'));
    try {
      const path = join(folder, 'bill.csv');
      const failing = ReadableStream.from(
        (async function* () {
          yield Buffer.from('x');
          throw new Error('broken');
        })(),
      );
      await expect(saveStream(failing, path)).rejects.toThrow('broken');
      expect(await readdir(folder)).toEqual([]);
      await saveStream(new Blob(['whole']).stream(), path);
      expect(await readFile(path, 'utf8')).toBe('whole');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('marked as a stream by its page is handed on without signature', async () => {
    const page: Operation = {
      id: 'GET /v3/image',
      method: 'GET',
      path: '/v3/image',
      validate: () => undefined,
      send: sendJson,
      receive: receiveStream,
    };
    const fetch = async () => new Response('bytes');
    const { data } = await call<ReadableStream<Uint8Array>>(fakeMerchant({ fetch }), page, {});
    expect(await new Response(data).text()).toBe('bytes');
  });
});

function encryptedPart(content: Buffer) {
  const key = randomBytes(32);
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const file = Buffer.concat([cipher.update(gzipSync(content)), cipher.final(), cipher.getAuthTag()]);
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  const encrypt_key = publicEncrypt({ key: keys.merchant.publicKey, ...padding }, key).toString('base64');
  return { file, nonce, encrypt_key, hash_type: 'SHA1', hash_value: sha1(content) };
}
