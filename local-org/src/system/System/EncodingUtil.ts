/** System.EncodingUtil: base 64, hexadecimal, and the encoding of forms. */
import { ApexBlob } from '../../values/value.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { withoutNulls } from '../support/nullChecks.ts';

const CHARSETS: Readonly<Record<string, BufferEncoding>> = {
  'utf-8': 'utf8',
  utf8: 'utf8',
  'iso-8859-1': 'latin1',
  latin1: 'latin1',
  'us-ascii': 'latin1',
  ascii: 'latin1',
  'utf-16le': 'utf16le',
};

function charset(runtime: Runtime, name: string): BufferEncoding {
  const known = CHARSETS[name.toLowerCase()];
  if (known === undefined) {
    return /^(utf|iso|windows|us-ascii|x-)/i.test(name)
      ? runtime.unsupported(`EncodingUtil with the character set ${name}`)
      : runtime.fail('System.InvalidParameterValueException', `Unsupported encoding: ${name}`);
  }
  return known;
}

/** As Java's URLEncoder: letters, digits and `.-*_` stay, a blank is a plus. */
function urlEncode(runtime: Runtime, text: string, name: string): string {
  const encoding = charset(runtime, name);
  return [...text]
    .map((character) => {
      if (/[A-Za-z0-9.\-*_]/.test(character)) {
        return character;
      }
      const sent = encoding === 'latin1' && (character.codePointAt(0) ?? 0) > 255 ? '?' : character;
      return character === ' '
        ? '+'
        : [...Buffer.from(sent, encoding)]
            .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
            .join('');
    })
    .join('');
}

function urlDecode(runtime: Runtime, text: string, name: string): string {
  const encoding = charset(runtime, name);
  const broken = /%(?![0-9a-fA-F]{2})/.exec(text);
  if (broken) {
    const rest = text.slice(broken.index + 1, broken.index + 3);
    runtime.fail(
      'System.IllegalArgumentException',
      rest.length < 2
        ? 'URLDecoder: Incomplete trailing escape (%) pattern'
        : `URLDecoder: Illegal hex characters in escape (%) pattern - Error at index 0 in: "${rest}"`,
    );
  }
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString(encoding));
}

function base64Decode(runtime: Runtime, text: string): ApexBlob {
  const compact = text.replace(/\s+/g, '');
  const strange = /[^A-Za-z0-9+/=]/.exec(compact);
  if (strange) {
    runtime.fail('System.StringException', `Unrecognized base64 character: ${strange[0]}`);
  }
  return new ApexBlob(new Uint8Array(Buffer.from(compact, 'base64')));
}

export default platformClass('System.EncodingUtil', {
  methods: withoutNulls({
    'static Blob base64Decode(String text)': base64Decode,
    'static String base64Encode(Blob value)': (_runtime, value: ApexBlob) =>
      Buffer.from(value.bytes).toString('base64'),
    'static Blob convertFromHex(String text)': (runtime, text: string) =>
      /^(?:[0-9a-fA-F]{2})*$/.test(text)
        ? new ApexBlob(new Uint8Array(Buffer.from(text, 'hex')))
        : runtime.fail('System.InvalidParameterValueException', 'Invalid hex string'),
    'static String convertToHex(Blob value)': (_runtime, value: ApexBlob) => Buffer.from(value.bytes).toString('hex'),
    'static String urlDecode(String text, String characterSet)': urlDecode,
    'static String urlEncode(String text, String characterSet)': urlEncode,
  }),
});
