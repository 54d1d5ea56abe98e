/** Blob and EncodingUtil. */
import { bytes, hexBytes, refusal, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide';

const table: ParityTable = {
  rows: [
    ['Blob.size', [bytes('StringToBlob')], 12, AR],
    ['Blob.toString', [bytes('é')], 'é', AR],
    [
      'Blob.toString',
      [hexBytes('ff')],
      refusal('System.StringException', 'BLOB is not a valid UTF-8 string'),
      'Salesforce Stack Exchange',
    ],
    ['Blob.valueOf', ['ab'], hexBytes('6162'), AR],
    ['EncodingUtil.base64Encode', [bytes('Hello')], 'SGVsbG8=', 'RFC 4648'],
    ['EncodingUtil.base64Decode', ['SGVsbG8='], bytes('Hello'), 'RFC 4648'],
    [
      'EncodingUtil.base64Decode',
      ['a_b'],
      refusal('System.StringException', 'Unrecognized base64 character: _'),
      'Salesforce Stack Exchange',
    ],
    ['EncodingUtil.convertToHex', [bytes('Hello')], '48656c6c6f', AR],
    ['EncodingUtil.convertFromHex', ['4A4B4C'], bytes('JKL'), AR],
    [
      'EncodingUtil.urlEncode',
      ['https://www.example.com/a b?x=1&y=ä', 'UTF-8'],
      'https%3A%2F%2Fwww.example.com%2Fa+b%3Fx%3D1%26y%3D%C3%A4',
      'Java URLEncoder',
    ],
    ['EncodingUtil.urlEncode', ["a.b-c*d_e~f!'()", 'UTF-8'], 'a.b-c*d_e%7Ef%21%27%28%29', 'Java URLEncoder'],
    ['EncodingUtil.urlEncode', ['ä', 'ISO-8859-1'], '%E4', 'Java URLEncoder'],
    ['EncodingUtil.urlDecode', ['a+b%26%C3%A4', 'UTF-8'], 'a b&ä', 'Java URLDecoder'],
  ],
};
export default table;
