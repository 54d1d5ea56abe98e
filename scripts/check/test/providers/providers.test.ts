import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileSchema, definitionFindings } from '../../providers/index.ts';

const root = join(import.meta.dirname, '../../../..');
const records = join(root, 'force-app/main/connect/customMetadata');
const fits = compileSchema(readFileSync(join(root, 'config/provider.schema.json'), 'utf8'));
const files = readdirSync(records).filter((file) => file.startsWith('Timesheet_Provider.'));
const harvest = readFileSync(join(records, 'Timesheet_Provider.harvest.md-meta.xml'), 'utf8');

test.each(files)('%s fits the schema', (file) => {
  expect(definitionFindings(file, readFileSync(join(records, file), 'utf8'), fits)).toEqual([]);
});

describe('a defect is found and named', () => {
  test.each([
    ['a comma too many', '"label": "Harvest",', '"label": "Harvest",,', 'not JSON'],
    ['a key nobody knows', '"tenant":', '"tenent":', 'tenent'],
    ['a style of paging that does not exist', '"style": "LINK"', '"style": "LINKS"', 'paging'],
    ['a text where a number is wanted', '"requests": 100', '"requests": "100"', 'limit/requests'],
    ['a value of ours that does not exist', '"spent_date"', '"spentDate"', null],
    ['a kind of value that does not exist', '"as": "HOURS"', '"as": "HOUR"', 'entries/fields'],
    ['a status that is none', '"unauthorized": [401]', '"unauthorized": [4010]', 'answers/unauthorized'],
    ['an identity without a path', '"path": "/users/me",', '', 'identity'],
  ])('%s', (_, before, after, place) => {
    expect(harvest).toContain(before);
    const findings = definitionFindings('x.xml', harvest.replace(before, after), fits);
    // A path inside the service is the service's business: no schema can know it.
    expect(findings.some(({ message }) => place !== null && message.includes(place))).toBe(place !== null);
    expect(findings.length > 0).toBe(place !== null);
  });
});
