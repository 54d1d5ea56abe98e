import { expect, test } from 'vitest';
import { sourceTree } from '../../support/apex.ts';
import { inProcess } from '../support/inProcess.ts';

const FILES = {
  'notificationtypes/Ping.notiftype-meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><CustomNotificationType xmlns="http://soap.sforce.com/2006/04/metadata"><customNotifTypeName>Ping</customNotifTypeName><desktop>true</desktop><masterLabel>Ping</masterLabel><mobile>false</mobile></CustomNotificationType>',
  'classes/Teller.cls': `public class Teller {
    public static void mail() {
      Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
      mail.setToAddresses(new List<String>{ 'ann@example.com' });
      mail.setSubject('Hello');
      mail.setPlainTextBody('text');
      Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });
    }
    public static void ping() {
      Account target = new Account(Name = 'target');
      insert target;
      Messaging.CustomNotification one = new Messaging.CustomNotification();
      one.setNotificationTypeId([SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Ping'].Id);
      one.setTitle('Title');
      one.setBody('Body');
      one.setTargetId(target.Id);
      one.send(new Set<String>{ UserInfo.getUserId() });
    }
  }`,
};

test('e-mails and notifications land in the outbox when their transaction commits', async () => {
  const { directory, remove } = sourceTree(FILES);
  const { org, ask } = await inProcess({ sources: [{ directory }] });
  remove();
  const asBrowser = (): Record<string, string> => {
    const userId = org.local.parts.users.adminId;
    const session = org.sessions.open({ userId, kind: 'browser', scopes: new Set(), clientName: null, createdAt: 0 });
    return { authorization: `Bearer ${session.token}` };
  };
  expect(org.local.execute('Teller.mail(); Teller.ping();').message).toBeNull();
  expect(org.local.execute("Teller.mail(); Teller.ping(); throw new IllegalArgumentException('no');").isSuccess).toBe(
    false,
  );
  expect(ask('GET', '/_/org/outbox', { headers: asBrowser() }).body).toMatchObject({
    emails: [{ to: ['ann@example.com'], subject: 'Hello', textBody: 'text', htmlBody: null }],
    notifications: [{ title: 'Title', isRead: false }],
  });
  const bell = ask('GET', '/_/org/notifications').body as { notifications: { id: string; url: string }[] };
  expect(bell).toMatchObject({ unread: 1, notifications: [{ title: 'Title', body: 'Body', isRead: false }] });
  expect(bell.notifications[0]?.url).toMatch(/^\/lightning\/r\/Account\/001\w{15}\/view$/);
  const address = `/_/org/notifications/${bell.notifications[0]?.id ?? ''}`;
  expect(ask('PATCH', address, { body: { isRead: true } }).status).toBe(204);
  expect(ask('GET', '/_/org/notifications').body).toMatchObject({ unread: 0 });
  expect(ask('PATCH', '/_/org/notifications/none', { body: { isRead: true } }).status).toBe(404);
  expect(ask('PATCH', address, { body: {} }).status).toBe(400);
});
