/** System.Crypto. Ciphers are AES in CBC mode with PKCS#5 padding; keys for signing are PKCS#8 or X.509 in DER. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { ApexBlob } from '../../values/value.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import type { ClassDescription } from '../define.ts';

type Methods = NonNullable<ClassDescription['methods']>;

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  SHA512: 'sha512',
  'SHA-512': 'sha512',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512',
};
const MACS: Readonly<Record<string, string>> = {
  HMACMD5: 'md5',
  HMACSHA1: 'sha1',
  HMACSHA256: 'sha256',
  HMACSHA512: 'sha512',
};
const SIGNATURES: Readonly<Record<string, string>> = {
  RSA: 'sha1',
  'RSA-SHA1': 'sha1',
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512',
};
const BLOCK = 16;
const blob = (bytes: Uint8Array): ApexBlob => new ApexBlob(new Uint8Array(bytes));

function algorithm(runtime: Runtime, table: Readonly<Record<string, string>>, name: string, kind: string): string {
  return table[name.toUpperCase()] ?? runtime.fail('System.NoSuchAlgorithmException', `${name} ${kind} not available`);
}
/** Apex Reference, Crypto.encrypt: the messages of the exceptions. */
function cipherOf(runtime: Runtime, name: string, key: ApexBlob): string {
  const size = /^AES(128|192|256)$/i.exec(name)?.[1];
  if (size === undefined) {
    return /GCM/i.test(name)
      ? runtime.unsupported(`Crypto with ${name}`)
      : runtime.fail(
          'System.InvalidParameterValueException',
          `Invalid algorithm ${name}. Must be AES128, AES192, or AES256.`,
        );
  }
  if (key.bytes.length !== Number(size) / 8) {
    runtime.fail('System.InvalidParameterValueException', `Invalid private key. Must be ${Number(size) / 8} bytes.`);
  }
  return `aes-${size}-cbc`;
}
function encrypt(runtime: Runtime, name: string, key: ApexBlob, iv: Uint8Array, text: ApexBlob): Buffer {
  const cipher = cipherOf(runtime, name, key);
  if (iv.length !== BLOCK) {
    runtime.fail('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  }
  const engine = createCipheriv(cipher, key.bytes, iv);
  return Buffer.concat([engine.update(text.bytes), engine.final()]);
}
function decrypt(runtime: Runtime, name: string, key: ApexBlob, iv: Uint8Array, text: Uint8Array): ApexBlob {
  const cipher = cipherOf(runtime, name, key);
  if (iv.length !== BLOCK) {
    runtime.fail('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  }
  if (text.length % BLOCK !== 0) {
    runtime.fail('System.SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
  }
  try {
    const engine = createDecipheriv(cipher, key.bytes, iv);
    return blob(Buffer.concat([engine.update(text), engine.final()]));
  } catch {
    return runtime.fail('System.SecurityException', 'Given final block not properly padded');
  }
}
function sign(runtime: Runtime, name: string, input: ApexBlob, key: ApexBlob): ApexBlob {
  const hash = algorithm(runtime, SIGNATURES, name, 'Signature');
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8' });
    return blob(createSign(hash).update(input.bytes).sign(privateKey));
  } catch {
    return runtime.fail('System.InvalidParameterValueException', 'Invalid private key');
  }
}
function verify(runtime: Runtime, name: string, data: ApexBlob, signature: ApexBlob, key: ApexBlob): boolean {
  const hash = algorithm(runtime, SIGNATURES, name, 'Signature');
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' });
    return createVerify(hash).update(data.bytes).verify(publicKey, signature.bytes);
  } catch {
    return runtime.fail('System.InvalidParameterValueException', 'Invalid public key');
  }
}
const mac = (runtime: Runtime, name: string, input: ApexBlob, key: ApexBlob): Buffer =>
  createHmac(algorithm(runtime, MACS, name, 'Mac'), key.bytes)
    .update(input.bytes)
    .digest();

/** Every argument must be there: `Argument cannot be null.` */
const given = (methods: Methods): Methods =>
  Object.fromEntries(
    Object.entries(methods).map(([signature, run]) => [
      signature,
      (runtime: Runtime, ...args: unknown[]) => (args.includes(null) ? nullValue(runtime) : run(runtime, ...args)),
    ]),
  );

export default platformClass('System.Crypto', {
  methods: given({
    'static Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
      runtime,
      name: string,
      key: ApexBlob,
      iv: ApexBlob,
      text: ApexBlob,
    ) => decrypt(runtime, name, key, iv.bytes, text.bytes),
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
      runtime,
      name: string,
      key: ApexBlob,
      text: ApexBlob,
    ) =>
      text.bytes.length < BLOCK
        ? runtime.fail(
            'System.InvalidParameterValueException',
            'Unable to parse initialization vector from encrypted data.',
          )
        : decrypt(runtime, name, key, text.bytes.slice(0, BLOCK), text.bytes.slice(BLOCK)),
    'static Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
      runtime,
      name: string,
      key: ApexBlob,
      iv: ApexBlob,
      text: ApexBlob,
    ) => blob(encrypt(runtime, name, key, iv.bytes, text)),
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
      runtime,
      name: string,
      key: ApexBlob,
      text: ApexBlob,
    ) => {
      const iv = randomBytes(BLOCK);
      return blob(Buffer.concat([iv, encrypt(runtime, name, key, iv, text)]));
    },
    'static Blob generateAesKey(Integer size)': (runtime, size: number) =>
      [128, 192, 256].includes(size)
        ? blob(randomBytes(size / 8))
        : runtime.fail('System.InvalidParameterValueException', 'Invalid key size. Must be 128, 192, or 256.'),
    'static Blob generateDigest(String algorithmName, Blob input)': (runtime, name: string, input: ApexBlob) =>
      blob(
        createHash(algorithm(runtime, DIGESTS, name, 'MessageDigest'))
          .update(input.bytes)
          .digest(),
      ),
    'static Blob generateMac(String algorithmName, Blob input, Blob privateKey)': (
      runtime,
      name: string,
      input: ApexBlob,
      key: ApexBlob,
    ) => blob(mac(runtime, name, input, key)),
    'static Integer getRandomInteger()': () => randomBytes(4).readInt32BE(),
    'static Long getRandomLong()': () => randomBytes(8).readBigInt64BE(),
    'static Blob sign(String algorithmName, Blob input, Blob privateKey)': sign,
    'static Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': verify,
    'static Boolean verifyHMac(String algorithmName, Blob data, Blob privateKey, Blob macToVerify)': (
      runtime,
      name: string,
      data: ApexBlob,
      key: ApexBlob,
      expected: ApexBlob,
    ) => {
      const computed = mac(runtime, name, data, key);
      return computed.length === expected.bytes.length && timingSafeEqual(computed, expected.bytes);
    },
  }),
});
