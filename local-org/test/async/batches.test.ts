import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass, type Files } from '../support/apex.ts';

const BATCHES: Files = {
  'classes/Walk.cls': `public class Walk implements Database.Batchable<SObject>, Database.Stateful {
    public static List<String> seen = new List<String>();
    public List<Integer> sizes = new List<Integer>();
    public String failOn;
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Name FROM Account WHERE Name LIKE \\'row%\\' ORDER BY Name'); }
    public void execute(Database.BatchableContext context, List<Account> scope) {
      sizes.add(scope.size());
      insert new Contact(LastName = scope[0].Name);
      for (Account row : scope) { if (row.Name == failOn) { throw new IllegalArgumentException('bad ' + failOn); } }
    }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'sizes ' + sizes); }
  }`,
  'classes/Numbers.cls': `public class Numbers implements Database.Batchable<Integer> {
    public static Boolean hasFinished = false;
    public class Source implements Iterable<Integer>, Iterator<Integer> {
      Integer next = 0;
      public Iterator<Integer> iterator() { return this; }
      public Boolean hasNext() { return next < 3; }
      public Integer next() { return next++; }
    }
    public Iterable<Integer> start(Database.BatchableContext context) { return new Source(); }
    public void execute(Database.BatchableContext context, List<Integer> scope) { insert new Account(Name = 'n' + scope); }
    public void finish(Database.BatchableContext context) { hasFinished = true; }
  }`,
  'classes/Wrong.cls': `public class Wrong implements Database.Batchable<Integer> {
    public String what;
    public Wrong(String what) { this.what = what; }
    public Iterable<Integer> start(Database.BatchableContext context) {
      if (what == 'start') { throw new IllegalArgumentException('start'); }
      return new List<Integer>{ 1 };
    }
    public void execute(Database.BatchableContext context, List<Integer> scope) {
      if (what == 'batch') { Database.executeBatch(new Wrong('')); }
      if (what == 'future') { later(); }
    }
    public void finish(Database.BatchableContext context) { if (what == 'chain') { Database.executeBatch(new Wrong('')); } }
    @future public static void later() {}
  }`,
};
const refused = (what: string, type: string, text: string): string =>
  `try { Test.startTest(); Database.executeBatch(new Wrong('${what}')); Test.stopTest(); System.assert(false); } catch (${type} error) { System.assert(error.getMessage().startsWith('${text}'), error.getMessage()); }`;
const METHODS = {
  iterable: `Test.startTest(); Id id = Database.executeBatch(new Numbers()); Test.stopTest();
    System.assertEquals('n(0, 1, 2)', [SELECT Name FROM Account].Name);
    System.assert(Numbers.hasFinished);
    System.assertEquals('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :id].Status);
    System.assertEquals(1, [SELECT COUNT() FROM AsyncApexJob WHERE ParentJobId = :id AND JobType = 'BatchApexWorker']);`,
  emptyScopeStillFinishes: `Test.startTest(); Id id = Database.executeBatch(new Walk()); Test.stopTest();
    System.assertEquals('sizes ()', [SELECT Name FROM Account].Name);
    System.assertEquals(0, [SELECT TotalJobItems FROM AsyncApexJob WHERE Id = :id].TotalJobItems);`,
  batchInBatch: refused(
    'batch',
    'AsyncException',
    'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
  ),
  futureInBatch: refused(
    'future',
    'AsyncException',
    'Future method cannot be called from a future or batch method: Wrong.later',
  ),
  failingStart: refused('start', 'IllegalArgumentException', 'start'),
  batchInFinish: `Test.startTest(); Database.executeBatch(new Wrong('chain')); Test.stopTest(); System.assertEquals(2, [SELECT COUNT() FROM AsyncApexJob WHERE JobType = 'BatchApex']);`,
  scopeMustBePositive: `try { Database.executeBatch(new Numbers(), 0); System.assert(false); } catch (Exception error) { System.assertNotEquals(null, error.getMessage()); }`,
  abortedJobsDoNotRun: `Test.startTest(); Id id = Database.executeBatch(new Numbers()); System.abortJob(id); Test.stopTest();
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    System.assertEquals('Aborted', [SELECT Status FROM AsyncApexJob WHERE Id = :id].Status);`,
};

test('batch jobs in tests', async () => {
  const org = await orgOf({ ...BATCHES, 'classes/BatchesTest.cls': testClass('BatchesTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
}, 60_000);

test('scopes are transactions of their own: a failed one is taken back, counted, and forgotten by the state', async () => {
  const org = await orgOf(BATCHES);
  org.execute(
    "List<Account> rows = new List<Account>(); for (Integer i = 0; i < 7; i++) { rows.add(new Account(Name = 'row' + i)); } insert rows;",
  );
  org.execute("Walk job = new Walk(); job.failOn = 'row3'; Database.executeBatch(job, 3);");
  const values = (soql: string, field: string): readonly unknown[] =>
    org.query(soql).rows.map((row) => row.peek(field));
  expect(values('SELECT LastName FROM Contact ORDER BY LastName', 'LastName')).toEqual(['row0', 'row6']);
  expect(values("SELECT Name FROM Account WHERE Name LIKE 'sizes%'", 'Name')).toEqual(['sizes (3, 1)']);
  const [job] = org.query(
    "SELECT Status, TotalJobItems, JobItemsProcessed, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE JobType = 'BatchApex'",
  ).rows;
  expect(['Status', 'TotalJobItems', 'JobItemsProcessed', 'NumberOfErrors', 'ExtendedStatus'].map((name) => job?.peek(name))).toEqual([
    'Completed', 3, 3, 1, 'First error: bad row3',
  ]); // prettier-ignore
});
