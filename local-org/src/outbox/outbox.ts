/**
 * What an org sends to people: e-mails and custom notifications, kept with the rows and so gone with a rollback, as the
 * platform sends them with the commit. Tests send nothing. Sending is no uncommitted work for a callout.
 */
import { executionContext } from '../async/executionContext.ts';
import type { Row, Store } from '../data/store.ts';
import { ApexList } from '../runtime/collections.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { EmailValue } from '../system/Messaging/emailValue.ts';
import { ApexDatetime } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';

const EMAILS = '$Email';
const NOTIFICATIONS = '$Notification';

export interface OutboxEmail {
  readonly id: string;
  readonly sentAt: string;
  readonly senderId: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly targetObjectId: string | null;
  readonly subject: string;
  readonly textBody: string | null;
  readonly htmlBody: string | null;
  readonly attachments: readonly string[];
}
export interface OutboxNotification {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly body: string;
  readonly createdDate: string;
  readonly isRead: boolean;
  readonly targetId: string | null;
  readonly targetPageRef: string | null;
}

function insert(runtime: Runtime, table: string, values: Readonly<Record<string, Value>>): void {
  const { store } = runtime.org;
  const context = executionContext(runtime);
  store.insert(table, {
    ...values,
    At: new ApexDatetime(runtime.now().instant),
    Id: String(store.nextNumber(table, 'Id')),
  });
  context.committedAt = (context.committedAt ?? 0) + 1;
}

export function sendOut(runtime: Runtime, mail: EmailValue): void {
  if (runtime.isTest) {
    return;
  }
  const texts = (name: string): string =>
    JSON.stringify(listOf(mail, name).map((one) => addressOf(runtime, String(one))));
  const text = (name: string): string | null => {
    const value = mail.get(name);
    return typeof value === 'string' ? value : null;
  };
  const attachments = listOf(mail, 'FileAttachments').map((one) => (one as EmailValue).get('FileName') as string);
  insert(runtime, EMAILS, {
    SenderId: runtime.access.userId,
    To: texts('ToAddresses'),
    Cc: texts('CcAddresses'),
    Bcc: texts('BccAddresses'),
    TargetObjectId: text('TargetObjectId'),
    Subject: text('Subject'),
    TextBody: text('PlainTextBody'),
    HtmlBody: text('HtmlBody'),
    Attachments: JSON.stringify(attachments),
  });
}
const listOf = (mail: EmailValue, name: string): readonly unknown[] => {
  const value = mail.get(name);
  return value instanceof ApexList ? value.items : [];
};
/** An id stands for the address of its user, contact or lead. */
function addressOf(runtime: Runtime, text: string): string {
  const object = /^00[35Q]\w{12,15}$/.test(text) ? runtime.org.schema.byKeyPrefix(text.slice(0, 3)) : null;
  const email = object === null ? null : runtime.org.store.get(object.name, text)?.['Email'];
  return typeof email === 'string' ? email : text;
}

export function notify(runtime: Runtime, recipients: readonly string[], values: Readonly<Record<string, Value>>): void {
  if (runtime.isTest) {
    return;
  }
  for (const userId of new Set(recipients.flatMap((id) => usersOf(runtime, id)))) {
    insert(runtime, NOTIFICATIONS, { ...values, UserId: userId, IsRead: false });
  }
}
/** Users of a group or queue; a user is one. */
function usersOf(runtime: Runtime, id: string): readonly string[] {
  const { store } = runtime.org;
  return id.startsWith('00G')
    ? [...store.rows('GroupMember')]
        .filter((member) => member['GroupId'] === id)
        .flatMap((member) => usersOf(runtime, String(member['UserOrGroupId'])))
    : store.get('User', id) === null
      ? []
      : [id];
}

const newestFirst = (store: Store, table: string): readonly Row[] => [...store.rows(table)].reverse();
const textOf = (row: Row, name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
const momentOf = ({ At: at }: Row): string => (at instanceof ApexDatetime ? new Date(at.instant).toISOString() : '');

export function emails(store: Store): readonly OutboxEmail[] {
  const texts = (row: Row, name: string): readonly string[] => JSON.parse(textOf(row, name) ?? '[]') as string[];
  return newestFirst(store, EMAILS).map((row) => ({
    id: row.Id,
    sentAt: momentOf(row),
    senderId: textOf(row, 'SenderId') ?? '',
    to: texts(row, 'To'),
    cc: texts(row, 'Cc'),
    bcc: texts(row, 'Bcc'),
    targetObjectId: textOf(row, 'TargetObjectId'),
    subject: textOf(row, 'Subject') ?? '',
    textBody: textOf(row, 'TextBody'),
    htmlBody: textOf(row, 'HtmlBody'),
    attachments: texts(row, 'Attachments'),
  }));
}
export function notifications(store: Store): readonly OutboxNotification[] {
  return newestFirst(store, NOTIFICATIONS).map((row) => ({
    id: row.Id,
    userId: textOf(row, 'UserId') ?? '',
    title: textOf(row, 'Title') ?? '',
    body: textOf(row, 'Body') ?? '',
    createdDate: momentOf(row),
    isRead: row['IsRead'] === true,
    targetId: textOf(row, 'TargetId'),
    targetPageRef: textOf(row, 'TargetPageRef'),
  }));
}
/** False when the user has no such notification. */
export function markRead(store: Store, userId: string, id: string, isRead: boolean): boolean {
  const row = store.get(NOTIFICATIONS, id);
  if (row?.['UserId'] !== userId) {
    return false;
  }
  store.update(NOTIFICATIONS, { ...row, IsRead: isRead, Id: id });
  return true;
}
