import { expect, test } from 'vitest';
import { ManualClock } from '../../src/index.ts';
import { allPass, orgOf, outcomes, testClass, type Files } from '../support/apex.ts';

const JOBS: Files = {
  'classes/Chain.cls': `public class Chain implements Queueable {
    public static List<String> seen = new List<String>();
    public Integer left;
    public Chain(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      seen.add(AsyncInfo.getCurrentQueueableStackDepth() + ' of ' + AsyncInfo.getMaximumQueueableStackDepth() + ' ' + AsyncInfo.hasMaxStackDepth());
      if (left > 0) { System.enqueueJob(new Chain(left - 1)); }
    }
  }`,
  'classes/Ending.cls': `public class Ending implements Queueable, Finalizer {
    public static List<String> seen = new List<String>();
    public Boolean fails = false;
    public Boolean isTwice = false;
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      if (isTwice) { System.attachFinalizer(new Ending()); }
      insert new Account(Name = 'job');
      if (fails) { throw new IllegalArgumentException('broken'); }
    }
    public void execute(FinalizerContext context) {
      seen.add(context.getResult() + ' ' + (context.getException() == null ? 'fine' : context.getException().getTypeName()) + ' ' + (context.getAsyncApexJobId() != null) + ' ' + (context.getRequestId() != null));
      insert new Account(Name = 'finalizer');
    }
  }`,
  'classes/Stubborn.cls': `public class Stubborn implements Queueable, Finalizer {
    public void execute(QueueableContext context) { System.attachFinalizer(new Stubborn()); throw new IllegalArgumentException('never'); }
    public void execute(FinalizerContext context) { insert new Account(Name = 'try'); System.enqueueJob(new Stubborn()); }
  }`,
  'classes/Later.cls': `public class Later implements Queueable {
    public void execute(QueueableContext context) { insert new Account(Name = 'later'); }
    @future public static void make() { insert new Account(Name = 'future'); }
    @future public static void again() { make(); }
    @future public static void role() { insert new UserRole(Name = 'r', DeveloperName = 'r'); }
  }`,
  'classes/Daily.cls': `public class Daily implements Schedulable {
    public static Id triggerId;
    public void execute(SchedulableContext context) { triggerId = context.getTriggerId(); insert new Account(Name = 'daily'); }
  }`,
};

const METHODS = {
  depthIsTold: `
    AsyncOptions options = new AsyncOptions();
    options.MaximumQueueableStackDepth = 3;
    Test.startTest();
    System.enqueueJob(new Chain(2), options);
    Test.stopTest();
    System.assertEquals(new List<String>{ '1 of 3 true', '2 of 3 true', '3 of 3 true' }, Chain.seen);`,
  deeperThanAskedIsRefused: `
    AsyncOptions options = new AsyncOptions();
    options.MaximumQueueableStackDepth = 2;
    try { Test.startTest(); System.enqueueJob(new Chain(2), options); Test.stopTest(); System.assert(false); }
    catch (AsyncException error) { System.assertEquals('Maximum stack depth has been reached.', error.getMessage()); }
    System.assertEquals(2, Chain.seen.size());`,
  delaysAreBounded: `
    try { System.enqueueJob(new Later(), 11); System.assert(false); } catch (IllegalArgumentException error) { System.assert(error.getMessage().contains('10')); }`,
  delayedJobsRunAtStopTest: `
    Test.startTest(); System.enqueueJob(new Later(), 10); Test.stopTest();
    System.assertEquals(1, [SELECT COUNT() FROM Account WHERE Name = 'later']);`,
  finalizerAfterSuccess: `
    Test.startTest(); System.enqueueJob(new Ending()); Test.stopTest();
    System.assertEquals(new List<String>{ 'SUCCESS fine true true' }, Ending.seen);
    System.assertEquals(2, [SELECT COUNT() FROM Account]);`,
  finalizerAfterFailure: `
    Ending job = new Ending();
    job.fails = true;
    try { Test.startTest(); System.enqueueJob(job); Test.stopTest(); System.assert(false); } catch (IllegalArgumentException error) { System.assertEquals('broken', error.getMessage()); }
    System.assertEquals(new List<String>{ 'UNHANDLED_EXCEPTION System.IllegalArgumentException true true' }, Ending.seen);
    System.assertEquals('finalizer', [SELECT Name FROM Account].Name);
    AsyncApexJob row = [SELECT Status, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE JobType = 'Queueable'];
    System.assertEquals('Failed', row.Status);
    System.assertEquals(1, row.NumberOfErrors);
    System.assertEquals('broken', row.ExtendedStatus);`,
  oneFinalizerOnly: `
    Ending job = new Ending();
    job.isTwice = true;
    try { Test.startTest(); System.enqueueJob(job); Test.stopTest(); System.assert(false); } catch (AsyncException error) { System.assertEquals('More than one Finalizer cannot be attached to same Async Apex Job', error.getMessage()); }`,
  futuresDoNotCallFutures: `
    try { Test.startTest(); Later.again(); Test.stopTest(); System.assert(false); }
    catch (AsyncException error) { System.assert(error.getMessage().startsWith('Future method cannot be called from a future or batch method: Later.make'), error.getMessage()); }`,
  futuresPartSetupFromOthers: `
    insert new Account(Name = 'x');
    Test.startTest(); Later.role(); Test.stopTest();
    System.assertEquals(1, [SELECT COUNT() FROM UserRole WHERE DeveloperName = 'r']);`,
  jobsHaveRows: `
    Test.startTest();
    System.enqueueJob(new Later());
    Later.make();
    System.schedule('Daily', '0 0 3 * * ?', new Daily());
    Map<String, AsyncApexJob> byType = new Map<String, AsyncApexJob>();
    for (AsyncApexJob one : [SELECT JobType, Status, MethodName, ApexClass.Name, CompletedDate, CreatedById FROM AsyncApexJob]) { byType.put(one.JobType, one); }
    System.assertEquals(new Set<String>{ 'Queueable', 'Future', 'ScheduledApex' }, byType.keySet());
    System.assertEquals('make', byType.get('Future').MethodName.toLowerCase());
    System.assertEquals('Later', byType.get('Queueable').ApexClass.Name);
    System.assertEquals('Queued', byType.get('Queueable').Status);
    System.assertEquals(null, byType.get('Queueable').CompletedDate);
    System.assertEquals(UserInfo.getUserId(), byType.get('Future').CreatedById);
    Test.stopTest();
    for (AsyncApexJob one : [SELECT Status, JobType, CompletedDate FROM AsyncApexJob WHERE JobType IN ('Queueable', 'Future')]) {
      System.assertEquals('Completed', one.Status, one.JobType);
      System.assertNotEquals(null, one.CompletedDate);
    }`,
  scheduledJobsKnowTheirTrigger: `
    Test.startTest(); Id id = System.schedule('Daily', '0 30 4 ? * MON-FRI', new Daily()); Test.stopTest();
    System.assertEquals(id, Daily.triggerId);
    CronTrigger row = [SELECT TimesTriggered, NextFireTime, State, CronJobDetail.JobType FROM CronTrigger WHERE Id = :id];
    System.assertEquals(1, row.TimesTriggered);
    System.assertEquals('7', row.CronJobDetail.JobType);
    System.assertEquals(30, row.NextFireTime.minute());
    System.assertEquals(4, row.NextFireTime.hour());`,
  aHundredSchedules: `
    for (Integer i = 0; i < 100; i++) { System.schedule('d' + i, '0 0 3 * * ?', new Daily()); }
    System.schedule('one more', '0 0 3 * * ?', new Daily());`,
  badCronText: `
    try { System.schedule('Bad', '0 0 25 * * ?', new Daily()); System.assert(false); } catch (StringException error) { System.assertNotEquals(null, error.getMessage()); }`,
};

test('queueable, future and scheduled jobs keep the rules of the platform', async () => {
  const org = await orgOf({ ...JOBS, 'classes/JobRulesTest.cls': testClass('JobRulesTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  const { aHundredSchedules, ...others } = outcomes(org.runTests());
  const { aHundredSchedules: _one, ...expected } = allPass(METHODS);
  expect(others).toEqual(expected);
  expect(aHundredSchedules).toContain(
    'System.LimitException: You have exceeded the maximum number (100) of Apex scheduled jobs.',
  );
}, 60_000);

test('a finalizer may start a failing job again five times in a row', async () => {
  const org = await orgOf(JOBS);
  org.execute('System.enqueueJob(new Stubborn());');
  expect(org.query("SELECT Id FROM AsyncApexJob WHERE JobType = 'Queueable' AND Status = 'Failed'").rows).toHaveLength(
    6,
  );
  // The sixth finalizer fails, and takes its row back with it.
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(5);
});

test('what is due later waits for the clock', async () => {
  const clock = new ManualClock(Date.UTC(2026, 0, 5, 2, 0));
  const org = await orgOf(JOBS, { clock, timeZone: 'GMT' });
  const names = (): readonly unknown[] =>
    org.query('SELECT Name FROM Account ORDER BY Id').rows.map((row) => row.peek('Name'));
  org.execute("System.enqueueJob(new Later(), 5); System.schedule('Daily', '0 0 3 * * ?', new Daily());");
  expect(names()).toEqual([]);
  clock.advance(5 * 60_000);
  org.runJobs();
  expect(names()).toEqual(['later']);
  clock.set(Date.UTC(2026, 0, 5, 3, 0));
  org.runJobs();
  clock.set(Date.UTC(2026, 0, 6, 3, 0));
  org.runJobs();
  expect(names()).toEqual(['later', 'daily', 'daily']);
  expect(org.query('SELECT TimesTriggered FROM CronTrigger').rows.map((row) => row.peek('TimesTriggered'))).toEqual([
    2,
  ]);
});
