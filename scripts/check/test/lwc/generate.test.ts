import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generate, GENERATED_FOLDER } from '../../../generate/index.ts';
import { tsc } from '../../lwc/tsc.ts';
import { CopiedProject } from './project.ts';

const VIEW = 'force-app/main/time/classes/HoursView.cls';
const CONTROLLER = 'force-app/main/time/classes/HoursController.cls';

let project: CopiedProject;

beforeEach(() => {
  project = new CopiedProject();
});

afterEach(() => {
  project.remove();
});

function replace(file: string, from: string, to: string): void {
  const path = join(project.root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

function generated(file: string): string {
  generate(project.root, project.packageDirectories);
  return readFileSync(join(project.root, GENERATED_FOLDER, file), 'utf8');
}

async function messages(): Promise<string[]> {
  return (await tsc.run(project)).map(({ file, message }) => `${file}: ${message}`);
}

describe('what is generated from Apex', () => {
  test('breaks the build of a component when a field of its view class is renamed', async () => {
    expect(await messages()).toEqual([]);

    replace(VIEW, 'loggedHours', 'hoursLogged');

    expect(await messages()).toContainEqual(
      expect.stringContaining("hoursPanel.ts: Property 'loggedHours' does not exist on type 'HoursView'"),
    );
  });

  test('breaks it when a parameter of the method is renamed', async () => {
    replace(CONTROLLER, 'read(Id opportunityId)', 'read(Id recordId)');

    expect(await messages()).toContainEqual(expect.stringContaining('hoursPanel.ts: Argument of type'));
  });

  test('breaks it when a method can no longer be wired', async () => {
    replace(CONTROLLER, '(cacheable=true)', '');

    expect(await messages()).toContainEqual(expect.stringContaining('hoursPanel.ts: '));
  });

  test('breaks it when a field turns into text', async () => {
    replace(VIEW, 'Decimal loggedHours', 'String loggedHours');

    expect(await messages()).toContainEqual(expect.stringContaining('hoursPanel.ts: Type '));
  });

  test('may leave a field out, unless the class gives it a value from the start', () => {
    const views = generated('views.d.ts');

    expect(views).toContain('readonly loggedHours?: number | null;');
    expect(views).toContain('readonly projectCount: number;');
    expect(views).not.toContain('hidden');
  });

  test('has inner classes, enums, maps and records', () => {
    const views = generated('views.d.ts');

    expect(views).toContain('readonly linesByDay?: Readonly<Record<string, readonly HoursViewLine[]>> | null;');
    expect(views).toContain("export type HoursViewKind = 'BILLABLE' | 'INTERNAL';");
    expect(views).toContain('readonly entry?: SObjectRow | null;');
  });

  test.each([
    ['Decimal', 'number'],
    ['Long', 'number'],
    ['Boolean', 'boolean'],
    ['Id', 'RecordId'],
    ['Date', 'IsoDate'],
    ['Datetime', 'IsoDateTime'],
    ['Object', 'unknown'],
    ['Set<String>', 'readonly string[]'],
    ['String[]', 'readonly string[]'],
    ['List<List<Integer>>', 'readonly (readonly number[])[]'],
    ['Map<Id, Account>', 'Readonly<Record<string, SObjectRow>>'],
    ['Line', 'HoursViewLine'],
    ['HoursView.Line', 'HoursViewLine'],
  ])('maps %s to %s', (apex, typescript) => {
    replace(VIEW, 'Decimal loggedHours', `${apex} loggedHours`);

    expect(generated('views.d.ts')).toContain(`readonly loggedHours?: ${typescript} | null;`);
  });

  test('refuses a type that no component can receive, and says where it stands', () => {
    replace(VIEW, 'Decimal loggedHours', 'Blob loggedHours');

    expect(generate(project.root, project.packageDirectories)).toMatchObject([
      { file: VIEW, line: 3, message: 'no component can receive the Apex type Blob' },
    ]);
  });

  test('reports a class that does not parse', () => {
    replace(VIEW, 'Decimal loggedHours', 'Decimal Decimal Decimal');

    expect(generate(project.root, project.packageDirectories)[0]).toMatchObject({ file: VIEW });
  });
});

describe('what is generated from metadata', () => {
  test('has the fields of our objects, and paths over relationships that a component imports', () => {
    const schema = generated('schema.d.ts');

    expect(schema).toContain("'@salesforce/schema/Time_Entry__c.Seconds__c'");
    expect(schema).toContain("'@salesforce/schema/Time_Entry__c.Opportunity__r.Name'");
    expect(schema).not.toContain('Opportunity__r.StageName');
  });

  test('forgets what is gone', () => {
    expect(generated('labels.d.ts')).toContain('c.Hours_Heading');

    replace('force-app/main/time/labels/Hours.labels-meta.xml', 'Hours_Heading', 'Hours_Title');

    expect(generated('labels.d.ts')).not.toContain('c.Hours_Heading');
  });
});
