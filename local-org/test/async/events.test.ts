import { expect, test } from 'vitest';
import { allPass, eventXml, orgOf, outcomes, testClass, textFieldXml, type Files } from '../support/apex.ts';

const EVENTS: Files = {
  'objects/Signal__e/Signal__e.object-meta.xml': eventXml('Signal', 'PublishAfterCommit'),
  'objects/Signal__e/fields/Text__c.field-meta.xml': textFieldXml('Text__c'),
  'objects/Alarm__e/Alarm__e.object-meta.xml': eventXml('Alarm', 'PublishImmediately'),
  'objects/Alarm__e/fields/Text__c.field-meta.xml': textFieldXml('Text__c'),
  'triggers/SignalTrigger.trigger':
    'trigger SignalTrigger on Signal__e (after insert) { Receiver.receive(Trigger.new); }',
  'triggers/AlarmTrigger.trigger':
    'trigger AlarmTrigger on Alarm__e (after insert) { for (Alarm__e one : Trigger.new) { Receiver.texts.add(one.Text__c); } }',
  'classes/Receiver.cls': `public class Receiver {
    public static List<String> texts = new List<String>();
    public static List<String> uuids = new List<String>();
    public static String userName;
    public static Integer failures = 0;
    public static Integer checkpointAfter;
    public static List<Integer> retries = new List<Integer>();
    public static void receive(List<Signal__e> events) {
      retries.add(EventBus.TriggerContext.currentContext().retries);
      userName = UserInfo.getName();
      Integer place = 0;
      for (Signal__e one : events) {
        place++;
        texts.add(one.Text__c);
        uuids.add(one.EventUuid);
        if (checkpointAfter == place) { EventBus.TriggerContext.currentContext().setResumeCheckpoint(one.ReplayId); checkpointAfter = null; return; }
      }
      insert new Account(Name = 'seen ' + events.size());
      if (failures > 0) { failures--; throw new EventBus.RetryableException('again'); }
    }
  }`,
  'classes/Told.cls': `public class Told implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
    public static Integer good = 0;
    public static Integer bad = 0;
    public void onSuccess(EventBus.SuccessResult result) { good += result.getEventUuids().size(); }
    public void onFailure(EventBus.FailureResult result) { bad += result.getEventUuids().size(); }
  }`,
};

const METHODS = {
  newSObjectWithDefaultsGivesTheUuid: `
    Signal__e one = (Signal__e) Signal__e.SObjectType.newSObject(null, true);
    System.assertNotEquals(null, one.EventUuid);
    System.assertEquals(null, ((Signal__e) Signal__e.SObjectType.newSObject()).EventUuid);
    System.assertEquals(null, new Signal__e().EventUuid);
    one.Text__c = 'a';
    EventBus.publish(one);
    Test.getEventBus().deliver();
    System.assertEquals(new List<String>{ one.EventUuid }, Receiver.uuids);`,
  deliveredAtStopTestAsAutomatedProcess: `
    Test.startTest();
    Database.SaveResult result = EventBus.publish(new Signal__e(Text__c = 'a'));
    System.assert(result.isSuccess());
    System.assertNotEquals(null, EventBus.getOperationId(result));
    System.assertEquals(0, Receiver.texts.size());
    Test.stopTest();
    System.assertEquals(new List<String>{ 'a' }, Receiver.texts);
    System.assertEquals('Automated Process', Receiver.userName);
    System.assertEquals(1, [SELECT COUNT() FROM Account]);`,
  deliverBringsThem: `
    EventBus.publish(new List<Signal__e>{ new Signal__e(Text__c = 'a'), new Signal__e(Text__c = 'b') });
    Test.getEventBus().deliver();
    System.assertEquals(new List<String>{ 'a', 'b' }, Receiver.texts);
    Test.getEventBus().deliver();
    System.assertEquals(2, Receiver.texts.size());`,
  rollbackTakesBackWhatGoesOutAfterCommit: `
    Savepoint start = Database.setSavepoint();
    EventBus.publish(new Signal__e(Text__c = 'gone'));
    EventBus.publish(new Alarm__e(Text__c = 'stays'));
    Database.rollback(start);
    Test.getEventBus().deliver();
    System.assertEquals(new List<String>{ 'stays' }, Receiver.texts);`,
  immediateEventsHaveALimitOfTheirOwn: `
    EventBus.publish(new Alarm__e(Text__c = 'x'));
    System.assertEquals(1, Limits.getPublishImmediateDML());
    System.assertEquals(0, Limits.getDmlStatements());
    EventBus.publish(new Signal__e(Text__c = 'x'));
    System.assertEquals(1, Limits.getDmlStatements());`,
  retryableComesAgain: `
    Receiver.failures = 1;
    EventBus.publish(new Signal__e(Text__c = 'r'));
    Test.getEventBus().deliver();
    System.assertEquals(0, [SELECT COUNT() FROM Account]);
    Test.getEventBus().deliver();
    System.assertEquals(1, [SELECT COUNT() FROM Account]);
    System.assertEquals(new List<Integer>{ 0, 1 }, Receiver.retries);`,
  resumeCheckpointBringsTheRest: `
    Receiver.checkpointAfter = 1;
    EventBus.publish(new List<Signal__e>{ new Signal__e(Text__c = 'a'), new Signal__e(Text__c = 'b') });
    Test.getEventBus().deliver();
    System.assertEquals(new List<String>{ 'a', 'b' }, Receiver.texts);`,
  callbacksAreTold: `
    EventBus.publish(new Signal__e(Text__c = 'a'), new Told());
    Test.getEventBus().deliver();
    System.assertEquals(1, Told.good);
    EventBus.publish(new Signal__e(Text__c = 'b'), new Told());
    Test.getEventBus().fail();
    System.assertEquals(1, Told.bad);
    System.assertEquals(new List<String>{ 'a' }, Receiver.texts);`,
};

test('platform events of a test', async () => {
  const org = await orgOf({ ...EVENTS, 'classes/EventsTest.cls': testClass('EventsTest', METHODS) });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
});

test('a transaction that fails publishes only what goes out immediately', async () => {
  const org = await orgOf(EVENTS);
  org.execute("EventBus.publish(new Signal__e(Text__c = 'lost')); throw new IllegalArgumentException('no');");
  org.runJobs();
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(0);
  org.execute("EventBus.publish(new Signal__e(Text__c = 'kept'));");
  expect(org.query('SELECT Name FROM Account').rows.map((row) => row.peek('Name'))).toEqual(['seen 1']);
});
