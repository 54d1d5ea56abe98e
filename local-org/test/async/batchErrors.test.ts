import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

const batch = (
  name: string,
  interfaces: string,
): string => `public class ${name} implements Database.Batchable<SObject>${interfaces} {
  String phase;
  public ${name}(String phase) { this.phase = phase; }
  public List<SObject> start(Database.BatchableContext context) { fail('START'); return [SELECT Id FROM Account]; }
  public void execute(Database.BatchableContext context, List<SObject> scope) { fail('EXECUTE'); }
  public void finish(Database.BatchableContext context) { fail('FINISH'); }
  void fail(String now) { if (now == phase) { throw new IllegalArgumentException('in ' + now); } }
}`;

test('a batch job that raises events tells of each part that fails', async () => {
  const helper = `
    static void run(Database.Batchable<SObject> job) {
      insert new Account(Name = 'one');
      Test.startTest();
      Id jobId = Database.executeBatch(job);
      try { Test.stopTest(); } catch (IllegalArgumentException e) { Assert.isTrue(e.getMessage().startsWith('in ')); }
      Test.getEventBus().deliver();
    }
    static String seen() { return String.join(new List<String>(Seen.texts), '; '); }`;
  const methods = {
    start: "run(new Loud('START')); Assert.areEqual('START System.IllegalArgumentException in START 0', seen());",
    execute:
      "run(new Loud('EXECUTE')); Assert.areEqual('EXECUTE System.IllegalArgumentException in EXECUTE 18', seen());",
    finish: "run(new Loud('FINISH')); Assert.areEqual('FINISH System.IllegalArgumentException in FINISH 0', seen());",
    none: "run(new Loud('NEVER')); Assert.areEqual('', seen());",
    quiet: "run(new Quiet('EXECUTE')); Assert.areEqual('', seen());",
  };
  const org = await orgOf({
    'classes/Loud.cls': batch('Loud', ', Database.RaisesPlatformEvents'),
    'classes/Quiet.cls': batch('Quiet', ''),
    'classes/Seen.cls': 'public class Seen { public static List<String> texts = new List<String>(); }',
    'triggers/BatchError.trigger': `trigger BatchError on BatchApexErrorEvent (after insert) {
      for (BatchApexErrorEvent one : Trigger.new) {
        Integer length = one.JobScope == null ? 0 : one.JobScope.length();
        Seen.texts.add(one.Phase + ' ' + one.ExceptionType + ' ' + one.Message + ' ' + length);
      }
    }`,
    'classes/BatchErrorTest.cls': testClass('BatchErrorTest', methods, helper),
  });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
