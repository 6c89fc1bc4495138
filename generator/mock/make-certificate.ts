import { sign } from 'node:crypto';
import type { RsaPair } from '../../templates/testing/keys.js';

export interface CertificateFacts {
  /** Hex digits. */
  readonly serial: string;
  /** Common name of subject and issuer. */
  readonly name: string;
  readonly pair: RsaPair;
  /** Unix milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** A self-signed X.509 certificate, PEM. Node reads certificates, but makes none. */
export function makeCertificate({ serial, name: commonName, pair, from, to }: CertificateFacts): string {
  const algorithm = sequence(objectId('2a864886f70d01010b'), tagged(0x05));
  const name = sequence(tagged(0x31, sequence(objectId('550403'), tagged(0x0c, Buffer.from(commonName)))));
  const body = sequence(
    tagged(0xa0, integer('02')),
    integer(serial),
    algorithm,
    name,
    sequence(time(from), time(to)),
    name,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, pair.privateKey);
  const certificate = sequence(body, algorithm, tagged(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tagged(0x30, ...parts);
}

/** Positive, in the shortest form. */
function integer(hex: string): Buffer {
  const digits = hex.replace(/^(00)+(?=..)/, '');
  return tagged(0x02, Buffer.from(/^[89a-f]/i.test(digits) ? `00${digits}` : digits, 'hex'));
}

function objectId(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function time(milliseconds: number): Buffer {
  return tagged(0x18, Buffer.from(new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, '')));
}
