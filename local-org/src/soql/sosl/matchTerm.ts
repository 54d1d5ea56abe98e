/**
 * Whether a row's text holds a search term: every word of the term is a word of some field, without regard to case; `*`
 * and `?` are wildcards, quotes make a phrase. Operators of SOSL are refused.
 */
import { SoqlUnsupported } from '../faults.ts';

export type TermTest = (texts: readonly string[]) => boolean;

const escape = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

function wordPattern(word: string): RegExp {
  const source = escape(word).replace(/\*/g, '[\\p{L}\\p{N}]*').replace(/\?/g, '[\\p{L}\\p{N}]');
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu');
}

export function matchTerm(term: string): TermTest {
  const words = [...term.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
  if (words.some((word) => /^(?:AND|OR|NOT)$/i.test(word)) || /[()]/.test(term)) {
    throw new SoqlUnsupported('operators in a SOSL search term', 0);
  }
  const patterns = words.filter((word) => word !== '').map((word) => wordPattern(word.replace(/\\([\s\S])/g, '$1')));
  return (texts) => patterns.length > 0 && patterns.every((pattern) => texts.some((text) => pattern.test(text)));
}
