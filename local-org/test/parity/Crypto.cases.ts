/** Crypto, by published test vectors. */
import { bytes, hexBytes, refusal, type ParityTable } from './parity.ts';

const KEY = hexBytes('2b7e151628aed2a6abf7158809cf4f3c');
const IV = hexBytes('000102030405060708090a0b0c0d0e0f');
const AR = 'Apex Reference Guide, Crypto';

const table: ParityTable = {
  rows: [
    ['Crypto.generateDigest', ['MD5', bytes('abc')], hexBytes('900150983cd24fb0d6963f7d28e17f72'), 'RFC 1321'],
    ['Crypto.generateDigest', ['SHA1', bytes('abc')], hexBytes('a9993e364706816aba3e25717850c26c9cd0d89d'), 'FIPS 180'],
    [
      'Crypto.generateDigest',
      ['SHA-256', bytes('abc')],
      hexBytes('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
      'FIPS 180',
    ],
    [
      'Crypto.generateMac',
      ['HmacSHA256', bytes('what do ya want for nothing?'), bytes('Jefe')],
      hexBytes('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'),
      'RFC 4231',
    ],
    [
      'Crypto.generateMac',
      ['hmacMD5', bytes('what do ya want for nothing?'), bytes('Jefe')],
      hexBytes('750c783e6ab0b503eaa86e310a5db738'),
      'RFC 2104',
    ],
    [
      'Crypto.verifyHMac',
      ['hmacMD5', bytes('what do ya want for nothing?'), bytes('Jefe'), hexBytes('750c783e6ab0b503eaa86e310a5db738')],
      true,
      'RFC 2104',
    ],
    [
      'Crypto.encrypt',
      ['AES128', KEY, IV, hexBytes('6bc1bee22e409f96e93d7e117393172a')],
      hexBytes('7649abac8119b246cee98e9b12e9197d8964e0b149c10b7b682e6e39aaeb731c'),
      'NIST SP 800-38A F.2.1 with a PKCS#5 block',
    ],
    [
      'Crypto.decrypt',
      ['AES128', KEY, IV, hexBytes('7649abac8119b246cee98e9b12e9197d8964e0b149c10b7b682e6e39aaeb731c')],
      hexBytes('6bc1bee22e409f96e93d7e117393172a'),
      'NIST SP 800-38A F.2.1',
    ],
    [
      'Crypto.encrypt',
      ['AES256', KEY, IV, bytes('x')],
      refusal('System.InvalidParameterValueException', 'Invalid private key. Must be 32 bytes.'),
      AR,
    ],
    [
      'Crypto.encrypt',
      ['AES', KEY, IV, bytes('x')],
      refusal('System.InvalidParameterValueException', 'Invalid algorithm AES. Must be AES128, AES192, or AES256.'),
      AR,
    ],
    [
      'Crypto.encrypt',
      ['AES128', KEY, bytes('x'), bytes('x')],
      refusal('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.'),
      AR,
    ],
    [
      'Crypto.decrypt',
      ['AES128', KEY, IV, IV],
      refusal('System.SecurityException', 'Given final block not properly padded'),
      AR,
    ],
    ['Crypto.generateDigest', ['MD5', null], refusal('System.NullPointerException', 'Argument cannot be null.'), AR],
  ],
};
export default table;
