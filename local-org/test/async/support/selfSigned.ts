/** A key and a certificate signed with it, made anew for each test: X.509 in DER, the least a TLS client reads. */
import { generateKeyPairSync, sign } from 'node:crypto';

const [SEQUENCE, SET, INTEGER, BITS, OID, TEXT, TIME, VERSION] = [0x30, 0x31, 0x02, 0x03, 0x06, 0x0c, 0x17, 0xa0];
const COMMON_NAME = [0x55, 0x04, 0x03];
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

export function selfSigned(name: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = part(SEQUENCE, part(OID, Buffer.from(ECDSA_WITH_SHA256)));
  const subject = part(
    SEQUENCE,
    part(SET, part(SEQUENCE, part(OID, Buffer.from(COMMON_NAME)), part(TEXT, Buffer.from(name)))),
  );
  const content = part(
    SEQUENCE,
    part(VERSION, part(INTEGER, Buffer.from([2]))),
    part(INTEGER, Buffer.from([1])),
    algorithm,
    subject,
    part(SEQUENCE, part(TIME, Buffer.from('200101000000Z')), part(TIME, Buffer.from('491231235959Z'))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]);
  const certificate = part(SEQUENCE, content, algorithm, part(BITS, signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

function part(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const size =
    content.length < 0x80
      ? [content.length]
      : content.length < 0x100
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
