/** The Messaging namespace: single mails, their results, custom notifications. */
import { notify as sendNotification } from '../../outbox/outbox.ts';
import { type ApexList, type ApexSet } from '../../runtime/collections.ts';
import { enumValue } from '../../runtime/enumValue.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass, type ClassDescription, type PlatformClass } from '../define.ts';
import { nullValue } from '../support/numbers.ts';
import { statusCode } from '../System/StatusCode.ts';
import { EmailValue, valueMembers } from './emailValue.ts';
import { sendEmail, type SendErrorValue, type SendResultValue } from './send.ts';

const EMAIL = {
  BccSender: 'Boolean',
  EmailPriority: 'String',
  ReplyTo: 'String',
  SaveAsActivity: 'Boolean',
  SenderDisplayName: 'String',
  Subject: 'String',
  UseSignature: 'Boolean',
};
const SINGLE = {
  BccAddresses: 'List<String>',
  CcAddresses: 'List<String>',
  Charset: 'String',
  CustomHeaders: 'Map<String, String>',
  EntityAttachments: 'List<String>',
  FileAttachments: 'List<Messaging.EmailFileAttachment>',
  HtmlBody: 'String',
  InReplyTo: 'String',
  OneClickPost: 'Boolean',
  OptOutPolicy: 'String',
  OrgWideEmailAddressId: 'Id',
  PlainTextBody: 'String',
  References: 'String',
  TargetObjectId: 'Id',
  TemplateId: 'Id',
  ToAddresses: 'List<String>',
  TreatBodiesAsTemplate: 'Boolean',
  TreatTargetObjectAsRecipient: 'Boolean',
  UnsubscribeComment: 'String',
  UnsubscribeUrls: 'List<String>',
  WhatId: 'Id',
};
const ATTACHMENT = { Body: 'Blob', ContentType: 'String', FileName: 'String', Inline: 'Boolean' };
const DEFAULTS = {
  SaveAsActivity: true,
  UseSignature: true,
  BccSender: false,
  TreatBodiesAsTemplate: false,
  TreatTargetObjectAsRecipient: true,
};

const single = valueMembers({
  types: SINGLE,
  flags: new Set(['TreatBodiesAsTemplate', 'TreatTargetObjectAsRecipient']),
  withoutProperty: new Set(['CustomHeaders', 'OneClickPost', 'UnsubscribeComment', 'UnsubscribeUrls']),
});
const attachment = valueMembers({ types: ATTACHMENT });

const NOTIFICATION = ['NotificationTypeId', 'SenderId', 'Title', 'Body', 'TargetId', 'TargetPageRef'] as const;
const MOST_USERS = 500;

function notify(runtime: Runtime, self: EmailValue, users: ApexSet | null): null {
  const count = (users ?? nullValue(runtime)).size;
  for (const name of ['NotificationTypeId', 'Title', 'Body'] as const) {
    if (self.get(name) === null || self.get(name) === '') {
      runtime.fail('System.IllegalArgumentException', `${name[0]?.toLowerCase()}${name.slice(1)} is required`);
    }
  }
  if (self.get('TargetId') === null && self.get('TargetPageRef') === null) {
    runtime.fail('System.IllegalArgumentException', 'targetId or targetPageRef is required');
  }
  if (count > MOST_USERS) {
    runtime.fail('System.IllegalArgumentException', `A custom notification has at most ${MOST_USERS} recipients`);
  }
  const text = (name: (typeof NOTIFICATION)[number]): string | null => self.get(name) as string | null;
  sendNotification(runtime, [...(users?.values() ?? [])].map(String), {
    TypeId: text('NotificationTypeId'),
    Title: text('Title'),
    Body: text('Body'),
    TargetId: text('TargetId'),
    TargetPageRef: text('TargetPageRef'),
    SenderId: text('SenderId') ?? runtime.access.userId,
  });
  return null;
}
const setters: NonNullable<ClassDescription['methods']> = Object.fromEntries(
  NOTIFICATION.map((name) => [
    `void set${name}(String value)`,
    (_runtime, self: EmailValue, value: string | null) => {
      self.set(name, value);
      return null;
    },
  ]),
);

export const messagingClasses: readonly PlatformClass[] = [
  platformClass('Messaging.Email', { isAbstract: true, ...valueMembers({ types: EMAIL }) }),
  platformClass('Messaging.SingleEmailMessage', {
    extends: 'Messaging.Email',
    constructors: { '()': () => new EmailValue('Messaging.SingleEmailMessage', DEFAULTS) },
    methods: {
      ...single.methods,
      'String getTemplateName()': () => null,
      'Boolean isUserMail()': () => false,
    },
    properties: single.properties,
  }),
  platformClass('Messaging.EmailFileAttachment', {
    constructors: { '()': () => new EmailValue('Messaging.EmailFileAttachment', { Inline: false }) },
    methods: { ...attachment.methods, 'Id getId()': () => null },
    properties: attachment.properties,
  }),
  platformClass('Messaging.SendEmailResult', {
    methods: {
      'Boolean isSuccess()': (_runtime, self: SendResultValue) => self.errors.length === 0,
      'List<Messaging.SendEmailError> getErrors()': (runtime, self: SendResultValue) =>
        runtime.newList('Messaging.SendEmailError', self.errors),
    },
    properties: {
      'Boolean success': (_runtime, self: SendResultValue) => self.errors.length === 0,
      'List<Messaging.SendEmailError> errors': (runtime, self: SendResultValue) =>
        runtime.newList('Messaging.SendEmailError', self.errors),
    },
  }),
  platformClass('Messaging.SendEmailError', {
    methods: {
      'List<String> getFields()': (runtime, self: SendErrorValue) => runtime.newList('String', self.failure.fields),
      'String getMessage()': (_runtime, self: SendErrorValue) => self.failure.message,
      'System.StatusCode getStatusCode()': (_runtime, self: SendErrorValue) =>
        enumValue(statusCode, self.failure.statusCode),
      'String getTargetObjectId()': (_runtime, self: SendErrorValue) => self.targetObjectId,
    },
  }),
  platformClass('Messaging.CustomNotification', {
    constructors: {
      '()': () => new EmailValue('Messaging.CustomNotification', {}),
      '(String typeId, String sender, String title, String body, String targetId, String targetPageRef)': (
        _runtime,
        ...values: (string | null)[]
      ) =>
        new EmailValue(
          'Messaging.CustomNotification',
          Object.fromEntries(NOTIFICATION.map((name, index) => [name, values[index] ?? null])),
        ),
    },
    methods: {
      ...setters,
      'void send(Set<String> users)': notify,
    },
  }),
  platformClass('System.Messaging', {
    methods: {
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (
        runtime,
        emails: ApexList | null,
      ) => sendEmail(runtime, emails ?? nullValue(runtime), true),
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': (
        runtime,
        emails: ApexList | null,
        isAllOrNone: boolean | null,
      ) => sendEmail(runtime, emails ?? nullValue(runtime), isAllOrNone !== false),
      'static void reserveSingleEmailCapacity(Integer amount)': (runtime, amount: number | null) =>
        reserve(runtime, amount ?? nullValue(runtime), 'Single'),
      'static void reserveMassEmailCapacity(Integer amount)': (runtime, amount: number | null) =>
        reserve(runtime, amount ?? nullValue(runtime), 'Mass'),
    },
  }),
];

/** Mails a day: Apex Developer Guide, "Email Limits". */
const DAILY = 5_000;
function reserve(runtime: Runtime, amount: number, kind: 'Single' | 'Mass'): null {
  if (amount > DAILY) {
    runtime.fail(
      'System.HandledException',
      kind === 'Single'
        ? 'The daily limit for the org would be exceeded by this request'
        : 'The daily mass email limit for the org would be exceeded by this request',
    );
  }
  return null;
}
