import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../generator/mock/make-certificate.js';
import { makeKeys, makeRsaPair, privatePem } from '../../../templates/testing/keys.js';
import { buildXml } from '../../../templates/testing/xml.js';

const keys = makeKeys();
const day = 24 * 60 * 60_000;
const serial = '4711'.padEnd(40, '0');
const own = certify('a merchant', serial);
const strange = certify('somebody else', '4712'.padEnd(40, '0'));
const host = certify('localhost', '4713'.padEnd(40, '0'));

let folder: string;
let server: Server;
let arrived: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'docwright-tls-'));
  writeFileSync(join(folder, 'host.pem'), host.cert);
  await bundleProgram(join(folder, 'program.mjs'));
  server = createServer({ ...host, ca: [own.cert], requestCert: true, rejectUnauthorized: true }, (request, response) => {
    arrived.push(`${request.method} ${request.url} ${(request.socket as TLSSocket).getPeerCertificate().serialNumber}`);
    request.resume();
    if (request.url === '/secapi/cut') {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('<xml>', () => response.destroy());
    } else if (request.url === '/secapi/odd') response.writeHead(999).end('<html>');
    else response.end(buildXml({ return_code: 'SUCCESS', refund_id: 'R1' }));
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function certify(name: string, serial: string) {
  const pair = makeRsaPair();
  const cert = makeCertificate({ serial, name, pair, from: Date.now() - day, to: Date.now() + day });
  return { cert, key: privatePem(pair.privateKey) };
}

/** A program of its own: which authorities are trusted is decided when Node starts. */
async function bundleProgram(outfile: string): Promise<void> {
  const contents = `
    import { text } from 'node:stream/consumers';
    import { call } from './templates/runtime/call.js';
    import { fetchWithCertificate } from './templates/runtime/fetch-with-certificate.js';
    import { Merchant } from './templates/runtime/merchant.js';
    import { receiveXml } from './templates/runtime/receive-xml.js';
    import { sendXml } from './templates/runtime/send-xml.js';

    const { settings, pfx, path } = JSON.parse(await text(process.stdin));
    const operation = { id: 'POST /v2' + path, method: 'POST', path, validate: () => undefined, send: sendXml, receive: receiveXml, transport: fetchWithCertificate };
    const clientCertificate = pfx ? { pfx: Buffer.from(pfx, 'base64') } : settings.clientCertificate;
    const merchant = new Merchant({ ...settings, clientCertificate, retries: 0 });
    const facts = ({ name, outcome, message }) => ({ name, outcome, message });
    console.log(JSON.stringify(await call(merchant, operation, { xml: { a: '1' } }).then(({ data }) => ({ data }), facts)));
  `;
  await build({ stdin: { contents, resolveDir: resolve('.'), loader: 'ts' }, bundle: true, platform: 'node', format: 'esm', outfile });
}

/** What a call over TLS came to, and what the server saw of it. */
async function callWith(certificate: { clientCertificate?: object; pfx?: string }, path = '/secapi/pay/refund') {
  arrived = [];
  const { port } = server.address() as AddressInfo;
  const { clientCertificate, pfx } = certificate;
  const settings = {
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: privatePem(keys.merchant.privateKey),
    apiV2Key: keys.apiKey,
    baseUrl: `https://localhost:${port}/`,
    clientCertificate,
  };
  const child = spawn(process.execPath, [join(folder, 'program.mjs')], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'host.pem') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ settings, pfx, path }));
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return { result: JSON.parse(output) as unknown, arrived };
}

describe('a call that needs the client certificate', () => {
  it('shows it to a server that lets nobody in without', async () => {
    expect(await callWith({ clientCertificate: own })).toEqual({
      result: { data: { return_code: 'SUCCESS', refund_id: 'R1' } },
      arrived: [`POST /secapi/pay/refund ${serial}`],
    });
  });

  it('is not sent when it is not set', async () => {
    expect(await callWith({})).toEqual({
      result: { name: 'ConfigError', outcome: 'not-sent', message: 'Set `clientCertificate`: this call needs it' },
      arrived: [],
    });
  });

  it('is refused with a certificate that the server does not know', async () => {
    expect(await callWith({ clientCertificate: strange })).toMatchObject({ result: { name: 'ConnectionError' }, arrived: [] });
  });

  it('has an unknown outcome when the answer breaks off', async () => {
    expect(await callWith({ clientCertificate: own }, '/secapi/cut')).toMatchObject({
      result: { name: 'ConnectionError', outcome: 'unknown' },
      arrived: [expect.stringContaining('/secapi/cut')],
    });
  });

  it('has an unknown outcome when the answer has a status that nobody knows, and the program goes on', async () => {
    expect(await callWith({ clientCertificate: own }, '/secapi/odd')).toMatchObject({
      result: { name: 'ConnectionError', outcome: 'unknown' },
    });
  });

  it.each([
    { clientCertificate: { cert: 'nonsense', key: own.key } },
    { clientCertificate: { cert: own.cert, key: strange.key } },
    { pfx: Buffer.from('nonsense').toString('base64') },
  ])('is not sent when it cannot be read, case %#', async (certificate) => {
    expect(await callWith(certificate)).toMatchObject({
      result: { name: 'ConfigError', outcome: 'not-sent', message: expect.stringContaining('`clientCertificate`') },
      arrived: [],
    });
  });

  it.runIf(hasOpenssl())('takes PKCS#12, whose passphrase is the merchant number', async () => {
    writeFileSync(join(folder, 'own.pem'), own.cert + own.key);
    const file = join(folder, 'own.p12');
    await promisify(execFile)('openssl', [
      'pkcs12',
      '-export',
      '-in',
      join(folder, 'own.pem'),
      '-out',
      file,
      '-passout',
      `pass:${keys.mchid}`,
    ]);
    expect(await callWith({ pfx: readFileSync(file, 'base64') })).toMatchObject({ result: { data: { refund_id: 'R1' } } });
  });
});

function hasOpenssl(): boolean {
  try {
    return execFileSync('openssl', ['version']).length > 0;
  } catch {
    return false;
  }
}
