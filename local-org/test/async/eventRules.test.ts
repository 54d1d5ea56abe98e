import { expect, test } from 'vitest';
import { allPass, eventXml, orgOf, outcomes, testClass, textFieldXml, type Files } from '../support/apex.ts';

const EVENTS: Files = {
  'objects/Signal__e/Signal__e.object-meta.xml': eventXml('Signal', 'PublishAfterCommit'),
  'objects/Signal__e/fields/Text__c.field-meta.xml': textFieldXml('Text__c'),
  'triggers/OnSignal.trigger': `trigger OnSignal on Signal__e (after insert) {
    Handler.runs.add(EventBus.TriggerContext.currentContext().retries + ':' + Trigger.new.size() + ':' + UserInfo.getName());
    insert new Account(Name = 'run');
    for (Signal__e one : Trigger.new) {
      if (one.Text__c == 'retry') { throw new EventBus.RetryableException('again'); }
      if (one.Text__c == 'break') { throw new IllegalArgumentException('broken'); }
      if (one.Text__c == 'limit') { for (Integer i = 0; i < 101; i++) { List<Account> rows = [SELECT Id FROM Account LIMIT 1]; } }
      if (one.Text__c == 'job') { System.enqueueJob(new Handler()); }
      if (one.Text__c == 'stop') { EventBus.TriggerContext.currentContext().setResumeCheckpoint(one.ReplayId); throw new EventBus.RetryableException('after the checkpoint'); }
    }
  }`,
  'classes/Handler.cls': `public class Handler implements Queueable {
    public static List<String> runs = new List<String>();
    public void execute(QueueableContext context) { insert new Contact(LastName = UserInfo.getName()); }
    public static void publish(List<String> texts) {
      List<Signal__e> events = new List<Signal__e>();
      for (String text : texts) { events.add(new Signal__e(Text__c = text)); }
      EventBus.publish(events);
    }
  }`,
};
const METHODS = {
  nineRetriesThenNoMore: `
    Handler.publish(new List<String>{ 'retry' });
    for (Integer i = 0; i < 12; i++) { Test.getEventBus().deliver(); }
    System.assertEquals(10, Handler.runs.size());
    System.assertEquals('9:1:Automated Process', Handler.runs[9]);
    System.assertEquals(0, [SELECT COUNT() FROM Account]);`,
  aBrokenTriggerLosesItsBatch: `
    Handler.publish(new List<String>{ 'break', 'x' });
    Test.getEventBus().deliver();
    Test.getEventBus().deliver();
    System.assertEquals(1, Handler.runs.size());
    System.assertEquals(0, [SELECT COUNT() FROM Account]);`,
  limitsAreThoseOfRequests: `
    Handler.publish(new List<String>{ 'limit' });
    Test.getEventBus().deliver();
    System.assertEquals(0, [SELECT COUNT() FROM Account]);`,
  allInOneBatch: `
    List<String> texts = new List<String>();
    for (Integer i = 0; i < 250; i++) { texts.add('x'); }
    Handler.publish(texts);
    Test.getEventBus().deliver();
    System.assertEquals(new List<String>{ '0:250:Automated Process' }, Handler.runs);`,
  publishingCountsAsOneStatement: `
    Handler.publish(new List<String>{ 'a', 'b' });
    System.assertEquals(1, Limits.getDmlStatements());`,
  jobsOfSubscribersRunAsAutomatedProcess: `
    Test.startTest();
    Handler.publish(new List<String>{ 'job' });
    Test.stopTest();
    System.assertEquals('Automated Process', [SELECT LastName FROM Contact].LastName);
    System.assertEquals('Automated Process', [SELECT CreatedBy.Name FROM Account].CreatedBy.Name);`,
};

test('event triggers are retried, lose what they break, and run as Automated Process', async () => {
  const org = await orgOf({ ...EVENTS, 'classes/EventRulesTest.cls': testClass('EventRulesTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
}, 60_000);

test('outside of tests retries come by themselves and jobs of subscribers run', async () => {
  const org = await orgOf(EVENTS);
  org.execute("Handler.publish(new List<String>{ 'retry' });");
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(0);
  const { subscribers } = org.parts.asyncWork.events;
  expect(subscribers.all).toMatchObject([
    { trigger: 'OnSignal', objectName: 'Signal__e', status: 'Error', lastError: 'again' },
  ]);
  org.execute("Handler.publish(new List<String>{ 'lost' });");
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(0);
  subscribers.resume(org.jobHost, 'OnSignal', 'tip');
  org.execute("Handler.publish(new List<String>{ 'job' });");
  expect(org.query('SELECT LastName FROM Contact').rows.map((row) => row.peek('LastName'))).toEqual([
    'Automated Process',
  ]);
});
