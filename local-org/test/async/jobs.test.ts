import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass, type Files } from '../support/apex.ts';

const JOBS: Files = {
  'classes/Worker.cls': `public class Worker implements Queueable {
    public static List<String> trace = new List<String>();
    public String name;
    public Boolean chains = false;
    public Worker(String name) { this.name = name; }
    public void execute(QueueableContext context) {
      trace.add(name + ' ' + Request.getCurrent().getQuiddity() + ' ' + System.isQueueable());
      insert new Account(Name = name);
      if (chains) { System.enqueueJob(new Worker(name + '+')); }
    }
  }`,
  'classes/Fixed.cls': `public class Fixed implements Queueable {
    public static Integer runs = 0;
    public static void execute(QueueableContext context) { runs++; }
  }`,
  'classes/Failing.cls': `public class Failing implements Queueable, Finalizer {
    public static String seen;
    public void execute(QueueableContext context) {
      System.attachFinalizer(new Failing());
      insert new Account(Name = 'taken back');
      throw new IllegalArgumentException('broken');
    }
    public void execute(FinalizerContext context) {
      seen = context.getResult() + ' ' + context.getException().getMessage() + ' ' + Request.getCurrent().getQuiddity();
    }
  }`,
  'classes/Counting.cls': `public class Counting implements Database.Batchable<SObject>, Database.Stateful {
    public Integer count = 0;
    public static Integer total;
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> scope) { count += scope.size(); }
    public void finish(Database.BatchableContext context) {
      total = count;
      AsyncApexJob job = [SELECT Status, JobItemsProcessed, TotalJobItems FROM AsyncApexJob WHERE Id = :context.getJobId()];
      System.assertEquals(1, job.TotalJobItems);
      System.assertEquals(1, job.JobItemsProcessed);
    }
  }`,
  'classes/Forgetting.cls': `public class Forgetting implements Database.Batchable<Integer> {
    public Integer count = 0;
    public static Integer total;
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { count += scope.size(); }
    public void finish(Database.BatchableContext context) { total = count; }
  }`,
  'classes/Nightly.cls': `public class Nightly implements Schedulable {
    public static Integer runs = 0;
    public void execute(SchedulableContext context) { runs++; insert new Account(Name = 'nightly'); }
  }`,
  'classes/Later.cls': `public class Later {
    @future public static void make(List<String> names) {
      System.assert(System.isFuture());
      for (String name : names) { insert new Account(Name = name); }
    }
  }`,
};

const METHODS = {
  staticMethodStandsForThatOfTheInterface: `
    Test.startTest();
    System.enqueueJob(new Fixed());
    Test.stopTest();
    System.assertEquals(1, Fixed.runs);`,
  queueableRunsAtStopTestInItsOwnContext: `
    Test.startTest();
    Id jobId = System.enqueueJob(new Worker('one'));
    System.assertEquals('Queued', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    System.assertEquals(1, Limits.getQueueableJobs());
    Test.stopTest();
    System.assertEquals(new List<String>{ 'one QUEUEABLE true' }, Worker.trace);
    System.assertEquals(1, [SELECT COUNT() FROM Account]);
    System.assertEquals('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :jobId].Status);`,
  jobIsACopy: `
    Worker job = new Worker('before');
    Test.startTest();
    System.enqueueJob(job);
    job.name = 'after';
    Test.stopTest();
    System.assertEquals('before', [SELECT Name FROM Account].Name);`,
  rollbackTakesJobsBack: `
    Test.startTest();
    Savepoint start = Database.setSavepoint();
    System.enqueueJob(new Worker('gone'));
    Database.rollback(start);
    Test.stopTest();
    System.assertEquals(0, Worker.trace.size());`,
  chainingInATestIsRefused: `
    Worker job = new Worker('chain');
    job.chains = true;
    try {
      Test.startTest();
      System.enqueueJob(job);
      Test.stopTest();
      System.assert(false);
    } catch (AsyncException error) {
      System.assertEquals('Maximum stack depth has been reached.', error.getMessage());
    }`,
  chainingRunsWithADepth: `
    AsyncOptions options = new AsyncOptions();
    options.MaximumQueueableStackDepth = 2;
    Worker job = new Worker('deep');
    job.chains = true;
    Test.startTest();
    System.enqueueJob(job, options);
    Test.stopTest();
    System.assertEquals(2, Worker.trace.size());`,
  duplicateSignatureIsRefused: `
    AsyncOptions options = new AsyncOptions();
    options.DuplicateSignature = QueueableDuplicateSignature.builder().addString('x').addInteger(1).build();
    System.enqueueJob(new Worker('first'), options);
    try {
      System.enqueueJob(new Worker('second'), options);
      System.assert(false);
    } catch (DuplicateMessageException error) {
      System.assertEquals('Attempt to enqueue job with duplicate queueable signature', error.getMessage());
    }`,
  tooManyQueueablesEndTheTransaction: `
    Test.startTest();
    for (Integer i = 0; i < 50; i++) { System.enqueueJob(new Worker('w' + i)); }
    System.assertEquals(50, Limits.getQueueableJobs());
    System.assertEquals(50, Limits.getLimitQueueableJobs());`,
  finalizerSeesTheFailure: `
    try {
      Test.startTest();
      System.enqueueJob(new Failing());
      Test.stopTest();
      System.assert(false);
    } catch (IllegalArgumentException error) {
      System.assertEquals('broken', error.getMessage());
    }
    System.assertEquals('UNHANDLED_EXCEPTION broken TRANSACTION_FINALIZER_QUEUEABLE', Failing.seen);
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    System.assertEquals('Failed', [SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable'].Status);`,
  statefulBatchKeepsItsCount: `
    insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };
    Test.startTest();
    Database.executeBatch(new Counting());
    Test.stopTest();
    System.assertEquals(2, Counting.total);`,
  statelessBatchForgets: `
    Test.startTest();
    Database.executeBatch(new Forgetting());
    Test.stopTest();
    System.assertEquals(0, Forgetting.total);`,
  secondChunkIsRefusedInATest: `
    try {
      Test.startTest();
      Database.executeBatch(new Forgetting(), 2);
      Test.stopTest();
      System.assert(false);
    } catch (UnexpectedException error) {
      System.assert(error.getMessage().startsWith('No more than one executeBatch can be called from within a test method.'));
    }`,
  scheduleMakesATriggerAndRunsOnce: `
    Test.startTest();
    Id id = System.schedule('Nightly', '0 0 3 * * ?', new Nightly());
    CronTrigger waiting = [SELECT CronExpression, TimesTriggered, NextFireTime, State, CronJobDetail.Name FROM CronTrigger WHERE Id = :id];
    System.assertEquals('0 0 3 * * ?', waiting.CronExpression);
    System.assertEquals(0, waiting.TimesTriggered);
    System.assertEquals('Nightly', waiting.CronJobDetail.Name);
    System.assert(waiting.NextFireTime > System.now());
    Test.stopTest();
    System.assertEquals(1, Nightly.runs);`,
  scheduleRefusesTheSameName: `
    System.schedule('Same', '0 0 3 * * ?', new Nightly());
    try {
      System.schedule('Same', '0 0 4 * * ?', new Nightly());
      System.assert(false);
    } catch (AsyncException error) {
      System.assertEquals('The Apex job named "Same" is already scheduled for execution.', error.getMessage());
    }`,
  pastScheduleNeverFires: `
    try {
      System.schedule('Past', '0 0 3 1 1 ? 2001', new Nightly());
      System.assert(false);
    } catch (AsyncException error) {
      System.assert(error.getMessage().startsWith('Based on configured schedule, the given trigger'), error.getMessage());
    }`,
  abortedScheduleDoesNotRun: `
    Test.startTest();
    Id id = System.schedule('Stopped', '0 0 3 * * ?', new Nightly());
    System.abortJob(id);
    Test.stopTest();
    System.assertEquals(0, Nightly.runs);
    System.assertEquals(0, [SELECT COUNT() FROM CronTrigger]);`,
  futureRunsAtStopTest: `
    Test.startTest();
    Later.make(new List<String>{ 'x', 'y' });
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    System.assertEquals(1, Limits.getFutureCalls());
    Test.stopTest();
    System.assertEquals(2, [SELECT COUNT() FROM Account]);`,
  limitsAreFreshBetweenStartAndStop: `
    insert new Account(Name = 'before');
    Integer before = Limits.getDmlStatements();
    Test.startTest();
    System.assertEquals(0, Limits.getDmlStatements());
    insert new Account(Name = 'within');
    System.assertEquals(1, Limits.getDmlStatements());
    Test.stopTest();
    System.assertEquals(before, Limits.getDmlStatements());`,
  startTestOnce: `
    Test.startTest();
    try { Test.startTest(); System.assert(false); } catch (FinalException error) { System.assertEquals('Testing already started', error.getMessage()); }`,
};

test('jobs of a test run at stopTest, in order, each in its own context', async () => {
  const org = await orgOf({ ...JOBS, 'classes/JobsTest.cls': testClass('JobsTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
});

test('outside of tests jobs run after the commit and chain up to the depth of a trial org', async () => {
  const org = await orgOf({
    'classes/Chain.cls': `public class Chain implements Queueable {
      public Integer depth;
      public Chain(Integer depth) { this.depth = depth; }
      public void execute(QueueableContext context) { insert new Account(Name = 'link ' + depth); System.enqueueJob(new Chain(depth + 1)); }
    }`,
  });
  expect(org.execute('System.enqueueJob(new Chain(1));').message).toBeNull();
  expect(org.query('SELECT Name FROM Account ORDER BY Name').rows.map((row) => row.peek('Name'))).toEqual([
    'link 1',
    'link 2',
    'link 3',
    'link 4',
  ]);
  expect(
    org.query("SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable'").rows.map((row) => row.peek('Status')),
  ).toEqual(['Completed', 'Completed', 'Completed', 'Completed', 'Failed']);
});

test('a failed transaction enqueues nothing', async () => {
  const org = await orgOf(JOBS);
  const result = org.execute("System.enqueueJob(new Worker('lost')); throw new IllegalArgumentException('no');");
  expect(result.message).toBe('System.IllegalArgumentException: no');
  expect(org.query('SELECT Id FROM AsyncApexJob').rows).toHaveLength(0);
});
