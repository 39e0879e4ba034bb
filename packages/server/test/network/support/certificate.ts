import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** DER (X.690 §8.1): tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));

function name(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(commonName)))));
}

function utcTime(date: Date): Buffer {
  return der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));
}

export interface Issuer {
  readonly commonName: string;
  readonly privateKey: KeyObject;
}

/** A certificate authority that nobody knows, and certificates of it; RFC 5280 at its shortest, so that no test needs openssl. */
export function createCertificate(options: {
  readonly dnsName?: string;
  readonly issuer?: Issuer;
  readonly notAfter?: Date;
}): Issuer & { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const commonName = options.dnsName ?? `Authority ${crypto.randomUUID()}`;
  const issuer = options.issuer ?? { commonName, privateKey };
  const notAfter = options.notAfter ?? new Date('2049-01-01T00:00:00Z');
  const isAuthority = options.dnsName === undefined;
  const extensions = isAuthority
    ? [extension('551d13', true, sequence(der(0x01, Buffer.from([0xff]))))]
    : [extension('551d11', false, sequence(der(0x82, Buffer.from(options.dnsName ?? ''))))];
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1, ...crypto.getRandomValues(new Uint8Array(8))])),
    ECDSA_SHA256,
    name(issuer.commonName),
    sequence(utcTime(new Date('2020-01-01T00:00:00Z')), utcTime(notAfter)),
    name(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = createSign('sha256').update(body).sign(issuer.privateKey);
  const bytes = sequence(body, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const cert = `-----BEGIN CERTIFICATE-----\n${bytes
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { commonName, privateKey, cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
