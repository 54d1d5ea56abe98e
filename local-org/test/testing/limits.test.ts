import { expect, test } from 'vitest';
import { allPass, eventXml, orgOf, outcomes, testClass, textFieldXml, type Files } from '../support/apex.ts';

const HELPERS: Files = {
  'classes/Job.cls': 'public class Job implements Queueable { public void execute(QueueableContext context) {} }',
  'classes/Futures.cls': 'public class Futures { @future public static void run() {} }',
  'classes/Rows.cls': `public class Rows {
    public static List<Account> make(Integer size) {
      List<Account> rows = new List<Account>();
      for (Integer i = 0; i < size; i++) { rows.add(new Account(Name = 'a' + i)); }
      return rows;
    }
  }`,
  'classes/Deep.cls': `public class Deep {
    public static Integer go(Integer depth) { return depth == 0 ? 0 : 1 + go(depth - 1); }
    public static Integer endless(Integer depth) { return endless(depth + 1); }
  }`,
  'objects/Alarm__e/Alarm__e.object-meta.xml': eventXml('Alarm', 'PublishImmediately'),
  'objects/Alarm__e/fields/Text__c.field-meta.xml': textFieldXml('Text__c'),
};
const times = (count: number, statement: string): string => `for (Integer i = 0; i < ${count}; i++) { ${statement} }`;

// Apex Developer Guide, "Execution Governors and Limits": one past each synchronous limit, and the platform's words.
const PAST: readonly (readonly [name: string, body: string, message: string])[] = [
  ['queries', times(101, 'List<Account> rows = [SELECT Id FROM Account];'), 'Too many SOQL queries: 101'],
  [
    'queries, dynamic and counting ones too',
    times(
      34,
      `Database.query('SELECT Id FROM Account'); Database.countQuery('SELECT COUNT() FROM Account'); Integer size = [SELECT COUNT() FROM Account];`,
    ),
    'Too many SOQL queries: 101',
  ],
  [
    'query rows',
    `insert Rows.make(9000); ${times(6, 'List<Account> rows = [SELECT Id FROM Account];')}`,
    'Too many query rows: 54000',
  ],
  [
    'aggregate queries',
    times(
      51,
      `List<Account> rows = [SELECT Id, (SELECT Id FROM Contacts), (SELECT Id FROM Opportunities), (SELECT Id FROM Cases), (SELECT Id FROM Tasks), (SELECT Id FROM Events), (SELECT Id FROM Contracts) FROM Account];`,
    ),
    'Too many Aggregate queries: 306',
  ],
  [
    'query locator rows',
    `insert Rows.make(6000); ${times(2, `Database.getQueryLocator('SELECT Id FROM Account');`)}`,
    'Too many query locator rows: 12000',
  ],
  [
    'SOSL queries',
    times(21, `List<List<SObject>> found = [FIND 'abc' IN ALL FIELDS RETURNING Account(Id)];`),
    'Too many SOSL queries: 21',
  ],
  ['DML statements', times(151, `insert new Account(Name = 'a');`), 'Too many DML statements: 151'],
  [
    'DML statements by method',
    times(151, `Database.insert(new Account(Name = 'a'), false);`),
    'Too many DML statements: 151',
  ],
  [
    'DML statements by savepoint',
    times(76, 'Savepoint here = Database.setSavepoint(); Database.rollback(here);'),
    'Too many DML statements: 151',
  ],
  ['DML rows', 'insert Rows.make(10001);', 'Too many DML rows: 10001'],
  ['DML rows of several statements', 'insert Rows.make(6000); insert Rows.make(5000);', 'Too many DML rows: 11000'],
  [
    'immediate events',
    times(151, `EventBus.publish(new Alarm__e(Text__c = 'x'));`),
    'Too many publish immediate DML statements: 151',
  ],
  ['future calls', times(51, 'Futures.run();'), 'Too many future calls: 51'],
  ['queueable jobs', times(51, 'System.enqueueJob(new Job());'), 'Too many queueable jobs added to the queue: 51'],
  [
    'e-mails',
    times(
      11,
      `Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage(); mail.setToAddresses(new List<String>{ 'a@people.example' }); mail.setSubject('s'); mail.setPlainTextBody('b'); Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });`,
    ),
    'Too many Email Invocations: 11',
  ],
  ['stack depth', 'Deep.go(1000);', 'Maximum stack depth reached: 1001'],
  ['stack depth, endlessly', 'Deep.endless(0);', 'Maximum stack depth reached: 1001'],
];

test('past a limit the transaction ends, uncatchably and without a trace', async () => {
  const org = await orgOf(HELPERS);
  for (const [name, body, message] of PAST) {
    const result = org.execute(
      `try { ${body} } catch (Exception error) { System.debug('caught'); } finally { System.debug('finally'); }`,
    );
    expect([name, result.message ?? result.errors[0]?.message]).toEqual([name, `System.LimitException: ${message}`]);
    expect(result.log, name).toEqual([]);
    expect(org.query('SELECT Id FROM Account LIMIT 1').rows, name).toHaveLength(0);
  }
}, 60_000);

test('up to a limit nothing happens', async () => {
  const org = await orgOf(HELPERS);
  const body = [
    times(100, 'List<Account> rows = [SELECT Id FROM Account];'),
    times(149, `insert new Account(Name = 'a');`),
    'insert Rows.make(9851);',
    times(50, 'Futures.run(); System.enqueueJob(new Job());'),
    times(150, `EventBus.publish(new Alarm__e(Text__c = 'x'));`),
    'Deep.go(900);',
    'System.assertEquals(100, Limits.getQueries()); System.assertEquals(150, Limits.getDmlStatements()); System.assertEquals(10000, Limits.getDmlRows());',
    'System.assertEquals(50, Limits.getFutureCalls()); System.assertEquals(50, Limits.getQueueableJobs()); System.assertEquals(150, Limits.getPublishImmediateDML());',
  ].join('\n');
  expect(org.execute(body).message).toBeNull();
}, 60_000);

const VALUES: Readonly<Record<string, readonly [number, number]>> = {
  AggregateQueries: [300, 300],
  Callouts: [100, 100],
  CpuTime: [10_000, 60_000],
  DmlRows: [10_000, 10_000],
  DmlStatements: [150, 150],
  EmailInvocations: [10, 10],
  FutureCalls: [50, 50],
  HeapSize: [6_000_000, 12_000_000],
  MobilePushApexCalls: [10, 10],
  PublishImmediateDML: [150, 150],
  Queries: [100, 200],
  QueryLocatorRows: [10_000, 10_000],
  QueryRows: [50_000, 50_000],
  QueueableJobs: [50, 1],
  SoslQueries: [20, 20],
};
const assertValues = (column: 0 | 1): string =>
  Object.entries(VALUES)
    .map(([name, values]) => `System.assertEquals(${values[column]}, Limits.getLimit${name}(), '${name}');`)
    .join('\n');

test('each limit has its synchronous and its asynchronous value, in a test and outside', async () => {
  const files: Files = {
    'classes/Looking.cls': `public class Looking implements Queueable {
      public static Boolean hasRun = false;
      public void execute(QueueableContext context) { hasRun = true; ${assertValues(1)} }
      @future public static void later() { hasRun = true; System.assertEquals(200, Limits.getLimitQueries()); System.assertEquals(0, Limits.getLimitFutureCalls()); }
    }`,
    'classes/LookingBatch.cls': `public class LookingBatch implements Database.Batchable<Integer> {
      public static Integer seen = 0;
      public Iterable<Integer> start(Database.BatchableContext context) { seen += Limits.getLimitQueries(); return new List<Integer>{ 1 }; }
      public void execute(Database.BatchableContext context, List<Integer> scope) { seen += Limits.getLimitQueries(); }
      public void finish(Database.BatchableContext context) { seen += Limits.getLimitQueries(); }
    }`,
    'classes/LookingDaily.cls': `public class LookingDaily implements Schedulable {
      public static Integer seen;
      public void execute(SchedulableContext context) { seen = Limits.getLimitQueries(); }
    }`,
  };
  const methods = {
    synchronous: assertValues(0),
    queueable:
      'Test.startTest(); System.enqueueJob(new Looking()); Test.stopTest(); System.assert(Looking.hasRun); System.assertEquals(100, Limits.getLimitQueries());',
    inFuture: 'Test.startTest(); Looking.later(); Test.stopTest(); System.assert(Looking.hasRun);',
    batch:
      'Test.startTest(); Database.executeBatch(new LookingBatch()); Test.stopTest(); System.assertEquals(600, LookingBatch.seen);',
    scheduledRunsWithSynchronousLimits: `Test.startTest(); System.schedule('d', '0 0 3 * * ?', new LookingDaily()); Test.stopTest(); System.assertEquals(100, LookingDaily.seen);`,
  };
  const org = await orgOf({ ...files, 'classes/ValuesTest.cls': testClass('ValuesTest', methods) });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
  org.execute('System.enqueueJob(new Looking());');
  expect(
    org
      .query('SELECT Status, ExtendedStatus FROM AsyncApexJob')
      .rows.map((row) => row.peek('ExtendedStatus') ?? row.peek('Status')),
  ).toEqual(['Completed']);
});

test('startTest gives fresh counts, stopTest gives back those from before', async () => {
  const methods = {
    window: `
      ${times(90, 'List<Account> rows = [SELECT Id FROM Account];')}
      Test.startTest();
      System.assertEquals(0, Limits.getQueries());
      ${times(100, 'List<Account> rows = [SELECT Id FROM Account];')}
      System.assertEquals(100, Limits.getQueries());
      Test.stopTest();
      System.assertEquals(90, Limits.getQueries());
      ${times(10, 'List<Account> rows = [SELECT Id FROM Account];')}`,
    pastTheWindow: `Test.startTest(); ${times(101, 'List<Account> rows = [SELECT Id FROM Account];')}`,
    pastTheRest: `${times(60, 'List<Account> rows = [SELECT Id FROM Account];')} Test.startTest(); Test.stopTest(); ${times(41, 'List<Account> rows = [SELECT Id FROM Account];')}`,
    runAsCountsAsDml: `System.runAs(new User(Id = UserInfo.getUserId())) { System.assertEquals(1, Limits.getDmlStatements()); }`,
  };
  const org = await orgOf({ 'classes/WindowTest.cls': testClass('WindowTest', methods) });
  const limit = 'System.LimitException: Too many SOQL queries: 101';
  const found = Object.fromEntries(org.runTests().map((result) => [result.method, result.message ?? 'pass']));
  expect(found).toEqual({ ...allPass(methods), pastTheWindow: limit, pastTheRest: limit });
});

test('a job counts by itself and may enqueue one job', async () => {
  const files: Files = {
    'classes/Two.cls': `public class Two implements Queueable {
      public void execute(QueueableContext context) {
        if (Test.isRunningTest()) { return; }
        System.enqueueJob(new Other()); System.enqueueJob(new Other());
      }
      public class Other implements Queueable { public void execute(QueueableContext context) {} }
    }`,
    'classes/Busy.cls': `public class Busy implements Queueable {
      public void execute(QueueableContext context) { ${times(201, 'List<Account> rows = [SELECT Id FROM Account];')} }
    }`,
  };
  const methods = {
    jobsDoNotShareCounts: `${times(100, 'List<Account> rows = [SELECT Id FROM Account];')} Test.startTest(); System.enqueueJob(new Two()); Test.stopTest();`,
    asynchronousLimit: 'Test.startTest(); System.enqueueJob(new Busy()); Test.stopTest();',
  };
  const org = await orgOf({ ...files, 'classes/JobLimitsTest.cls': testClass('JobLimitsTest', methods) });
  expect(Object.fromEntries(org.runTests().map((result) => [result.method, result.message ?? 'pass']))).toEqual({
    jobsDoNotShareCounts: 'pass',
    asynchronousLimit: 'System.LimitException: Too many SOQL queries: 201',
  });
  org.execute('System.enqueueJob(new Two());');
  expect(
    org
      .query("SELECT ExtendedStatus FROM AsyncApexJob WHERE Status = 'Failed'")
      .rows.map((row) => row.peek('ExtendedStatus')),
  ).toEqual(['Too many queueable jobs added to the queue: 2']);
});

test('triggers that fire each other stop at the sixteenth', async () => {
  const org = await orgOf({
    'triggers/Endless.trigger': `trigger Endless on Account (after insert) { insert new Account(Name = Trigger.new[0].Name + '+'); }`,
  });
  const { message } = org.execute("insert new Account(Name = 'a');");
  expect(message).toContain('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  expect(message).toContain('maximum trigger depth exceeded');
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(0);
});

test('callouts have a limit', async () => {
  const files: Files = {
    'classes/Mock.cls': `@IsTest public class Mock implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) { return new HttpResponse(); }
    }`,
  };
  const call = `HttpRequest request = new HttpRequest(); request.setEndpoint('https://service.example'); request.setMethod('GET'); new Http().send(request);`;
  const methods = {
    hundred: `Test.setMock(HttpCalloutMock.class, new Mock()); ${times(100, call)} System.assertEquals(100, Limits.getCallouts());`,
    oneMore: `Test.setMock(HttpCalloutMock.class, new Mock()); try { ${times(101, call)} } catch (Exception error) { return; }`,
  };
  const org = await orgOf({ ...files, 'classes/CalloutLimitTest.cls': testClass('CalloutLimitTest', methods) });
  expect(Object.fromEntries(org.runTests().map((result) => [result.method, result.message ?? 'pass']))).toEqual({
    hundred: 'pass',
    oneMore: 'System.LimitException: Too many callouts: 101',
  });
});

test('an endless run ends in a limit and the org lives on', async () => {
  const org = await orgOf(HELPERS, { stopwatch: racing() });
  expect(org.execute('while (true) { Integer i = 1; }').message).toBe(
    'System.LimitException: Apex CPU time limit exceeded',
  );
  expect(org.execute("insert new Account(Name = 'alive');").message).toBeNull();
});

test('the heap has a limit', async () => {
  const org = await orgOf(HELPERS);
  for (const body of [
    "String text = 'abcdefgh'; while (true) { text += text; }",
    "List<String> texts = new List<String>(); while (true) { texts.add('some text of its own ' + texts.size()); }",
    'List<Account> rows = new List<Account>(); while (true) { rows.add(new Account(Name = String.valueOf(rows.size()))); }',
  ]) {
    const { message } = org.execute(`try { ${body} } catch (Exception error) { System.debug('caught'); }`);
    expect(message).toMatch(/^System\.LimitException: Apex heap size too large: \d+$/);
  }
  expect(
    org.execute(
      'System.assert(Limits.getHeapSize() < Limits.getLimitHeapSize()); System.assert(Limits.getHeapSize() > 0);',
    ).message,
  ).toBeNull();
}, 60_000);

/** A clock that runs a hundred times as fast as the one on the wall would in the worst case: a second a look. */
function racing(): () => number {
  let now = 0;
  return () => (now += 1000);
}
