import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseApex } from '../../../src/apex/parse/parseApex.ts';
import { ParseCache, parserVersion } from '../../../src/apex/parse/parseCache.ts';

const SOURCE = `public class A { String a = 'é'; void f() { for (Account r : [SELECT Id FROM Account WHERE Id = :a]) { } } }`;

describe('the parse cache', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'parse-cache-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test('gives back the tree that was parsed', () => {
    const fresh = parseApex(SOURCE, 'A.cls', 'class');
    expect(new ParseCache(directory).parse(SOURCE, 'A.cls', 'class')).toEqual(fresh);
    expect(new ParseCache(directory).parse(SOURCE, 'A.cls', 'class')).toEqual(fresh);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  test('reads an entry instead of parsing', () => {
    new ParseCache(directory).parse('class A { }', 'A.cls', 'class');
    const [entry] = readdirSync(directory);
    new ParseCache(directory).parse('class B { }', 'B.cls', 'class');
    const other = readdirSync(directory).find((name) => name !== entry)!;
    writeFileSync(join(directory, entry!), readFileSync(join(directory, other)));
    expect(new ParseCache(directory).parse('class A { }', 'A.cls', 'class').unit).toMatchObject({ name: 'B' });
  });

  test('keeps kinds, sources and parser versions apart', () => {
    const cache = new ParseCache(directory);
    cache.parse('', 'A', 'anonymous');
    cache.parse('f();', 'A', 'anonymous');
    cache.parse('class A { }', 'A', 'class');
    cache.parse('class A { }', 'A', 'anonymous');
    new ParseCache(directory, 'another version').parse('', 'A', 'anonymous');
    expect(readdirSync(directory)).toHaveLength(5);
  });

  test.each([
    ['empty', (): Buffer => Buffer.alloc(0)],
    ['cut short', (entry: Buffer): Buffer => entry.subarray(0, entry.length - 1)],
    ['altered', (entry: Buffer): Buffer => Buffer.from(entry.map((byte, index) => (index === 40 ? byte ^ 1 : byte)))],
  ])('ignores and replaces an entry that is %s', (_what, damage) => {
    const fresh = new ParseCache(directory).parse(SOURCE, 'A.cls', 'class');
    const path = join(directory, readdirSync(directory)[0]!);
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(new ParseCache(directory).parse(SOURCE, 'A.cls', 'class')).toEqual(fresh);
    expect(readFileSync(path)).toEqual(whole);
  });

  test('keeps no source with errors and leaves nothing aside', () => {
    const cache = new ParseCache(directory);
    expect(cache.parse('class {', 'A.cls', 'class').errors).toHaveLength(1);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('parses without a directory to write to', () => {
    const cache = new ParseCache(join(directory, 'gone'));
    rmSync(join(directory, 'gone'), { recursive: true });
    expect(cache.parse('class A { }', 'A.cls', 'class').unit).toMatchObject({ name: 'A' });
  });

  test('has the same version for the same parser', () => {
    expect(parserVersion()).toBe(parserVersion());
  });
});
