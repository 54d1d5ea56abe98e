import { expect, test } from 'vitest';
import { ManualClock, type LocalOrg } from '../../src/index.ts';
import { objectXml, orgOf, testClass, textFieldXml, type Files } from '../support/apex.ts';

const source = (tag: string, object: string, field: string): Files => ({
  [`objects/${object}/${object}.object-meta.xml`]: objectXml(tag, 'Private'),
  [`objects/${object}/fields/${field}.field-meta.xml`]: textFieldXml(field),
  'labels/CustomLabels.labels-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels><fullName>Who</fullName><language>en_US</language><protected>false</protected><shortDescription>Who</shortDescription><value>${tag}</value></labels></CustomLabels>`,
  'classes/Same.cls': `public class Same implements Queueable {
    public static Integer calls = 0;
    public static String tell() { calls++; return '${tag} ' + calls + ' ' + Label.Who; }
    public void execute(QueueableContext context) { insert new ${object}(${field} = tell()); }
  }`,
  'triggers/Told.trigger': `trigger Told on Account (before insert) { for (Account row : Trigger.new) { row.Description = Same.tell(); } }`,
  'classes/SameTest.cls': testClass('SameTest', {
    own: `Test.startTest(); System.enqueueJob(new Same()); Test.stopTest(); System.assertEquals('${tag} 1 ${tag}', [SELECT ${field} FROM ${object}].${field}); System.assertEquals(1, Same.calls);`,
  }),
});
const told = (org: LocalOrg, soql: string, field: string): readonly unknown[] =>
  org.query(soql).rows.map((row) => row.peek(field));
const messages = (org: LocalOrg): readonly unknown[] => org.runTests().map((result) => result.message);

async function pair(): Promise<readonly [LocalOrg, LocalOrg]> {
  const [first, second] = await Promise.all([
    orgOf(source('first', 'Thing__c', 'Text__c'), {
      clock: new ManualClock(Date.UTC(2020, 0, 1, 12)),
      timeZone: 'GMT',
      hasCoverage: true,
    }),
    orgOf(source('second', 'Item__c', 'Word__c'), {
      clock: new ManualClock(Date.UTC(2030, 5, 1, 12)),
      timeZone: 'Asia/Tokyo',
      hasCoverage: true,
    }),
  ]);
  expect([first.compileErrors, second.compileErrors]).toEqual([[], []]);
  return [first, second];
}

test('two orgs of other sources live side by side', async () => {
  const [first, second] = await pair();
  expect(messages(first)).toEqual([null]);
  expect(first.execute("insert new Account(Name = 'a');").message).toBeNull();
  expect(second.query('SELECT Id FROM Account').rows).toHaveLength(0);
  expect(messages(second)).toEqual([null]);
  expect(second.execute("insert new Account(Name = 'b');").message).toBeNull();
  expect(first.execute('System.enqueueJob(new Same());').message).toBeNull();
  expect(second.execute("throw new IllegalArgumentException('no');").isSuccess).toBe(false);
  expect(second.execute('System.enqueueJob(new Same());').message).toBeNull();

  expect(told(first, 'SELECT Description FROM Account', 'Description')).toEqual(['first 1 first']);
  expect(told(second, 'SELECT Description FROM Account', 'Description')).toEqual(['second 1 second']);
  expect(told(first, 'SELECT Text__c FROM Thing__c', 'Text__c')).toEqual(['first 1 first']);
  expect(told(second, 'SELECT Word__c FROM Item__c', 'Word__c')).toEqual(['second 1 second']);
  expect(() => first.query('SELECT Id FROM Item__c')).toThrow(/Item__c/);
  // The orgs were made alike, so they give out the same ids: none was used up by the other.
  expect(told(first, 'SELECT Id FROM Account', 'Id')).toEqual(told(second, 'SELECT Id FROM Account', 'Id'));
  expect(first.execute('System.assertEquals(Date.newInstance(2020, 1, 1), Date.today());').message).toBeNull();
  expect(second.execute('System.assertEquals(Date.newInstance(2030, 6, 1), Date.today());').message).toBeNull();
});

test('a transaction of one org runs inside a transaction of the other', async () => {
  const [first, second] = await pair();
  const log: unknown[] = [];
  const inside = (org: LocalOrg, work: (tell: () => void) => void): void => {
    const type = org.parts.program.findType('Same', null);
    org.transaction(org.parts.users.adminId, (runtime) => {
      work(() => {
        log.push(type === null ? null : org.parts.program.callStatic(runtime, type, 'tell', []));
      });
    });
  };
  const covered = (org: LocalOrg): number => org.coverage().reduce((sum, one) => sum + one.coveredLines.length, 0);
  inside(first, (tell) => {
    tell();
    expect(covered(second)).toBe(0);
    inside(second, (tellOther) => {
      tellOther();
      tellOther();
    });
    tell();
  });
  expect(log).toEqual(['first 1 first', 'second 1 second', 'second 2 second', 'first 2 first']);
});
