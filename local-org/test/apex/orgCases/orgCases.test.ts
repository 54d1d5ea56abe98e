/** Cases that need an org: as those of `cases`, with triggers beside the class. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { orgOf, type Files } from '../../support/apex.ts';

const CASES = new URL('./', import.meta.url);
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, CASES), 'utf8');

test.each(names)('%s', async (name) => {
  const files: Files = Object.fromEntries(
    readdirSync(new URL(`${name}/`, CASES))
      .filter((file) => /\.(cls|trigger)$/.test(file))
      .map((file) => [file === 'input.cls' ? 'classes/Main.cls' : `triggers/${file}`, read(name, file)]),
  );
  const org = await orgOf(files, { apiVersion: 67 });
  expect(org.compileErrors).toEqual([]);
  const result = org.execute('for (String line : Main.run()) { System.debug(line); }');
  expect(result.message).toBeNull();
  expect(result.log.map((line) => line.text)).toEqual(JSON.parse(read(name, 'output.json')));
  org.close();
});
