import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LocalOrg, OrgClock } from '../../src/index.ts';
import { compileAnonymous } from '../../src/org/anonymous.ts';
import { eventXml, sourceTree, textFieldXml, type Files } from '../support/apex.ts';

const FILES: Files = {
  'objects/Signal__e/Signal__e.object-meta.xml': eventXml('Signal', 'PublishAfterCommit'),
  'objects/Signal__e/fields/Text__c.field-meta.xml': textFieldXml('Text__c'),
  'triggers/OnSignal.trigger':
    "trigger OnSignal on Signal__e (after insert) { for (Signal__e one : Trigger.new) { Log.add('event ' + one.Text__c); } }",
  'classes/Log.cls':
    "public class Log { public static void add(String text) { insert new Account(Name = text); } @future public static void later(List<String> texts) { add('future ' + String.join(texts, ',')); } }",
  'classes/Carrier.cls': `public class Carrier implements Queueable, Finalizer {
    public enum Color { RED, GREEN }
    public class Node { public String name; public Node other; public Map<String, Decimal> numbers = new Map<String, Decimal>(); }
    Node first = new Node();
    Set<Integer> counts = new Set<Integer>{ 1, 2 };
    Color shade = Color.GREEN;
    Account row = new Account(Name = 'held', AnnualRevenue = 1.50);
    transient String gone = 'x';
    Type kind = Carrier.class;
    SObjectField field = Account.Name;
    Datetime moment = Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5);
    public Carrier() { first.name = 'a'; first.other = new Node(); first.other.name = 'b'; first.other.other = first; first.numbers.put('k', 2.50); }
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      Log.add(String.join(new List<Object>{ first.other.other === first, first.other.name, first.numbers.get('k'), counts.contains(2), shade, row.Name, row.AnnualRevenue, gone, kind.getName(), field.getDescribe().getName(), moment.formatGmt('HH:mm:ss') }, ' '));
    }
    public void execute(FinalizerContext context) { Log.add('finalizer ' + context.getResult()); }
  }`,
  'classes/Nightly.cls':
    "public class Nightly implements Schedulable { String name = 'night'; public void execute(SchedulableContext context) { Log.add(name); } }",
  'classes/Walk.cls': `public class Walk implements Database.Batchable<SObject>, Database.Stateful {
    List<String> seen = new List<String>();
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator([SELECT LastName FROM Contact ORDER BY LastName]); }
    public void execute(Database.BatchableContext context, List<Contact> scope) { for (Contact one : scope) { seen.add(one.LastName); } if (scope[0].LastName == 'c3') { throw new IllegalArgumentException('four'); } }
    public void finish(Database.BatchableContext context) { Log.add('batch ' + String.join(seen, ',')); }
  }`,
};

const folders: string[] = [];
afterEach(() => {
  folders.splice(0).forEach((folder) => {
    rmSync(folder, { recursive: true, force: true });
  });
});

interface Served {
  readonly org: LocalOrg;
  /** Runs Apex and commits, without the jobs it leaves. */
  run(apex: string): void;
  names(): readonly unknown[];
}
async function open(store: string, files: Files = FILES, now = Date.UTC(2026, 2, 1, 10)): Promise<Served> {
  const { directory, remove } = sourceTree(files);
  const clock = new OrgClock(null, () => now);
  const org = await LocalOrg.create({ sources: [{ directory }], store, clock, timeZone: 'GMT' });
  remove();
  return {
    org,
    run: (apex) => {
      const { run, errors } = compileAnonymous(org.parts, apex);
      expect(errors.map((error) => error.message)).toEqual([]);
      const result = org.transaction(org.parts.users.adminId, (runtime) => run?.(runtime));
      expect(result.message).toBeNull();
    },
    names: () => org.query('SELECT Name FROM Account ORDER BY Id').rows.map((row) => row.peek('Name')),
  };
}
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'local-org-restart-'));
  folders.push(made);
  return made;
}

test('jobs, schedules and events that wait go on in the next process, with their objects as they were', async () => {
  const store = folder();
  const before = await open(store);
  before.run("System.enqueueJob(new Carrier()); Log.later(new List<String>{ 'a', 'b' });");
  before.run("EventBus.publish(new Signal__e(Text__c = 'waits')); System.schedule('n', '0 0 3 * * ?', new Nightly());");
  before.org.close();
  const after = await open(store);
  expect(after.names()).toEqual([]);
  after.org.runJobs();
  expect(after.names()).toEqual([
    'event waits',
    'true b 2.50 true GREEN held 1.50  Carrier Name 03:04:05',
    'finalizer SUCCESS',
    'future a,b',
  ]);
  after.org.close();
  const nextDay = await open(store, FILES, Date.UTC(2026, 2, 2, 10));
  nextDay.org.runJobs();
  expect(nextDay.names().slice(4)).toEqual(['night']);
  expect(nextDay.org.query("SELECT Status FROM AsyncApexJob WHERE Status != 'Completed'").rows).toHaveLength(1);
  nextDay.org.close();
});

test('a batch goes on with the part it had not done, whenever it stopped', async () => {
  const store = folder();
  const first = await open(store);
  first.run(
    "for (Integer i = 0; i < 5; i++) { insert new Contact(LastName = 'c' + i); } Database.executeBatch(new Walk(), 1);",
  );
  first.org.close();
  for (let parts = 0; parts < 7; parts++) {
    const { org } = await open(store);
    org.runPart((fault) => {
      throw fault;
    });
    org.close();
  }
  const last = await open(store);
  expect(last.names()).toEqual(['batch c0,c1,c2,c4']);
  const [job] = last.org.query(
    "SELECT Status, JobItemsProcessed, TotalJobItems, NumberOfErrors FROM AsyncApexJob WHERE JobType = 'BatchApex'",
  ).rows;
  expect(['Status', 'JobItemsProcessed', 'TotalJobItems', 'NumberOfErrors'].map((name) => job?.peek(name))).toEqual([
    'Completed',
    5,
    5,
    1,
  ]);
  expect([...last.org.parts.store.rows('$Job'), ...last.org.parts.store.rows('$JobPart')]).toEqual([]);
  last.org.close();
}, 60_000);

test('a job whose class is gone or has changed fails with the reason', async () => {
  const store = folder();
  const before = await open(store);
  before.run("System.enqueueJob(new Carrier()); System.schedule('n', '0 0 3 * * ?', new Nightly());");
  before.org.close();
  const { 'classes/Carrier.cls': _gone, ...rest } = FILES;
  const changed = String(rest['classes/Nightly.cls'])
    .replace("String name = 'night'", 'Integer name = 1')
    .replace('Log.add(name)', "Log.add('' + name)");
  const after = await open(store, { ...rest, 'classes/Nightly.cls': changed });
  const rows = after.org.query('SELECT Status, ExtendedStatus FROM AsyncApexJob ORDER BY Id').rows;
  expect(rows.map((row) => [row.peek('Status'), row.peek('ExtendedStatus')])).toEqual([
    ['Failed', 'Carrier is gone since the job was queued'],
    ['Failed', 'Nightly has changed since the job was queued: name is not what it was'],
  ]);
  after.org.close();
});

test('a transaction that is rolled back leaves no job and no event behind', async () => {
  const store = folder();
  const before = await open(store);
  const { run } = compileAnonymous(
    before.org.parts,
    "System.enqueueJob(new Carrier()); EventBus.publish(new Signal__e(Text__c = 'x')); throw new IllegalArgumentException('no');",
  );
  before.org.transaction(before.org.parts.users.adminId, (runtime) => run?.(runtime));
  before.run(
    "Savepoint start = Database.setSavepoint(); Log.later(new List<String>()); EventBus.publish(new Signal__e(Text__c = 'y')); Database.rollback(start);",
  );
  before.org.close();
  const after = await open(store);
  after.org.runJobs();
  expect(after.names()).toEqual([]);
  expect(after.org.parts.asyncWork.events.log.latest(9)).toEqual([]);
  after.org.close();
});
