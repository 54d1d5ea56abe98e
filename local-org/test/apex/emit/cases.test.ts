/** Every folder of `test/apex/cases` is a case: a class whose `run` gives lines of text, or an error it ends with. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ApexList } from '../../../src/runtime/collections.ts';
import { compileMain } from './harness.ts';

const CASES = new URL('../cases/', import.meta.url);

interface Failure {
  readonly errors?: readonly string[];
  readonly thrown?: string;
}

const json = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${file}`, CASES), 'utf8'));

test.each(readdirSync(CASES).sort())('%s', (name) => {
  const compiled = compileMain(readFileSync(new URL(`${name}/input.cls`, CASES), 'utf8'));
  if (existsSync(new URL(`${name}/error.json`, CASES))) {
    const failure = json(name, 'error.json') as Failure;
    if (failure.errors !== undefined) {
      expect(compiled.messages).toEqual(failure.errors);
    } else {
      expect(compiled.messages).toEqual([]);
      expect(() => compiled.run()).toThrow(
        expect.objectContaining({
          apexType: failure.thrown?.replace(/:.*/s, ''),
          apexMessage: failure.thrown?.replace(/^.*?: /s, ''),
        }) as Error,
      );
    }
    return;
  }
  expect(compiled.messages).toEqual([]);
  const lines = compiled.run();
  expect(lines).toBeInstanceOf(ApexList);
  expect((lines as ApexList).items).toEqual(json(name, 'output.json'));
});
