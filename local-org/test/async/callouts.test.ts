import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass, type Files } from '../support/apex.ts';

const CALLING: Files = {
  'classes/Service.cls': `public class Service implements Queueable, Database.AllowsCallouts {
    public static Integer call() {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('callout:Somewhere/path');
      request.setMethod('GET');
      return new Http().send(request).getStatusCode();
    }
    public static Integer answer;
    public void execute(QueueableContext context) { answer = call(); insert new Account(Name = 'called'); }
    @future(callout=true) public static void later() { answer = call(); }
  }`,
  'classes/Mock.cls': `@IsTest public class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) { HttpResponse response = new HttpResponse(); response.setStatusCode(204); return response; }
  }`,
  'classes/Timed.cls':
    'public class Timed implements Schedulable { public void execute(SchedulableContext context) { Service.call(); } }',
  'triggers/Calling.trigger': `trigger Calling on Contact (before insert) { Service.call(); }`,
};
const MOCKED = 'Test.setMock(HttpCalloutMock.class, new Mock());';
const PENDING = 'You have uncommitted work pending. Please commit or rollback before calling out';
const refused = (before: string, text: string, type = 'CalloutException'): string =>
  `${MOCKED} ${before} try { Service.call(); System.assert(false, 'nothing was refused'); } catch (${type} error) { System.assertEquals('${text}', error.getMessage()); }`;

const METHODS = {
  mocked: `${MOCKED} System.assertEquals(204, Service.call());`,
  withoutAMock: `try { Service.call(); System.assert(false); } catch (TypeException error) { System.assertEquals('Methods defined as TestMethod do not support Web service callouts', error.getMessage()); }`,
  afterAnInsert: refused("insert new Account(Name = 'x');", PENDING),
  afterAnUpsertThatFailed: `${MOCKED} Database.insert(new Account(), false); System.assertEquals(204, Service.call());`,
  afterASavepoint: refused('Savepoint here = Database.setSavepoint();', PENDING),
  afterARollbackAndRelease: `${MOCKED} Savepoint here = Database.setSavepoint(); insert new Account(Name = 'x'); Database.rollback(here); Database.releaseSavepoint(here); System.assertEquals(204, Service.call());`,
  afterAJob: refused('System.enqueueJob(new Service());', PENDING),
  afterAPublishedEvent: refused('EventBus.publish(new Bell__e());', PENDING),
  afterStartTest: `${MOCKED} insert new Account(Name = 'x'); Test.startTest(); System.assertEquals(204, Service.call()); Test.stopTest();`,
  afterAnInsertWithinTheTest: refused("Test.startTest(); insert new Account(Name = 'x');", PENDING),
  severalCallsThenRows: `${MOCKED} Service.call(); Service.call(); insert new Account(Name = 'x');`,
  inAQueueable: `${MOCKED} insert new Account(Name = 'x'); Test.startTest(); System.enqueueJob(new Service()); Test.stopTest(); System.assertEquals(204, Service.answer);`,
  inAFuture: `${MOCKED} insert new Account(Name = 'x'); Test.startTest(); Service.later(); Test.stopTest(); System.assertEquals(204, Service.answer);`,
  inATrigger: `${MOCKED} try { insert new Contact(LastName = 'x'); System.assert(false); } catch (DmlException error) { System.assert(error.getMessage().contains('Callout from triggers are currently not supported.'), error.getMessage()); }`,
  inASchedule: `${MOCKED} try { Test.startTest(); System.schedule('t', '0 0 3 * * ?', new Timed()); Test.stopTest(); System.assert(false); } catch (CalloutException error) { System.assertEquals('Callout from scheduled Apex not supported.', error.getMessage()); }`,
};

test('callouts of tests go to the mock, and never leave work uncommitted behind', async () => {
  const org = await orgOf({
    ...CALLING,
    'objects/Bell__e/Bell__e.object-meta.xml':
      '<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Bell</label><pluralLabel>Bells</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior><deploymentStatus>Deployed</deploymentStatus></CustomObject>',
    'classes/CalloutsTest.cls': testClass('CalloutsTest', METHODS),
  });
  expect(org.compileErrors.map((error) => error.message)).toEqual([]);
  expect(outcomes(org.runTests())).toEqual(allPass(METHODS));
}, 60_000);

test('outside of tests a queueable job calls out only when it asks to', async () => {
  const org = await orgOf(
    {
      ...CALLING,
      'classes/Quiet.cls':
        'public class Quiet implements Queueable { public void execute(QueueableContext context) { Service.call(); } }',
      'namedCredentials/Somewhere.namedCredential-meta.xml':
        '<?xml version="1.0" encoding="UTF-8"?><NamedCredential xmlns="http://soap.sforce.com/2006/04/metadata"><endpoint>https://somewhere.example</endpoint><label>Somewhere</label><principalType>Anonymous</principalType><protocol>NoAuthentication</protocol></NamedCredential>',
    },
    { callouts: { send: () => ({ status: 'OK', statusCode: 200, headers: [], body: new Uint8Array() }) } },
  );
  org.execute('System.enqueueJob(new Service());');
  org.execute('System.enqueueJob(new Quiet());');
  expect(
    org
      .query('SELECT Status, ExtendedStatus FROM AsyncApexJob ORDER BY Id')
      .rows.map((row) => row.peek('ExtendedStatus') ?? row.peek('Status')),
  ).toEqual([
    'Completed',
    'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)',
  ]);
});
