/**
 * `Messaging.sendEmail`: checks mails as the platform does and keeps those that pass with the transaction. Nothing
 * leaves the org; whoever runs it reads `sentEmails`.
 */
import { ApexException, type DmlFailure } from '../../runtime/exception.ts';
import { ApexList } from '../../runtime/collections.ts';
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { sendOut } from '../../outbox/outbox.ts';
import { EmailValue } from './emailValue.ts';

const SENT = Symbol('sent emails');
/** Apex Developer Guide, "Send Outbound Email": mails of one call and recipients of one mail. */
const MOST_RECIPIENTS = 150;
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;".]+(?:\.[^\s@<>,;".]+)+$/;

export function sentEmails(runtime: Runtime): EmailValue[] {
  const sent = (runtime.transactionState.get(SENT) as EmailValue[] | undefined) ?? [];
  runtime.transactionState.set(SENT, sent);
  return sent;
}

export interface SendFailure {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}
export class SendErrorValue extends PlatformObject {
  readonly apexType = 'Messaging.SendEmailError';
  readonly failure: SendFailure;
  readonly targetObjectId: string | null;
  constructor(failure: SendFailure, targetObjectId: string | null) {
    super();
    this.failure = failure;
    this.targetObjectId = targetObjectId;
  }
}
export class SendResultValue extends PlatformObject {
  readonly apexType = 'Messaging.SendEmailResult';
  readonly errors: readonly SendErrorValue[];
  constructor(errors: readonly SendErrorValue[]) {
    super();
    this.errors = errors;
  }
}

const list = (email: EmailValue, name: string): readonly unknown[] => {
  const value = email.get(name);
  return value instanceof ApexList ? value.items : [];
};

function failureOf(runtime: Runtime, email: EmailValue): SendFailure | null {
  if (email.get('TemplateId') !== null) {
    runtime.unsupported('Messaging.sendEmail with a template');
  }
  const target = email.get('TargetObjectId');
  const isUser = typeof target === 'string' && target.startsWith('005');
  if (isUser && email.get('SaveAsActivity') === true) {
    return {
      statusCode: 'INVALID_SAVE_AS_ACTIVITY_FLAG',
      message: 'saveAsActivity must be false when sending mail to users.',
      fields: ['saveAsActivity', 'true'],
    };
  }
  if (target !== null && !isUser && email.get('SaveAsActivity') === true) {
    runtime.unsupported('Messaging.sendEmail that saves an activity: set saveAsActivity to false');
  }
  const fields = ['ToAddresses', 'CcAddresses', 'BccAddresses'] as const;
  const recipients = fields.flatMap((field) => list(email, field));
  if (recipients.length === 0 && target === null) {
    return { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Add a recipient to send an email.', fields: [] };
  }
  if (recipients.length > MOST_RECIPIENTS) {
    return {
      statusCode: 'LIMIT_EXCEEDED',
      message: `Too many recipients. The maximum is ${MOST_RECIPIENTS}.`,
      fields: [],
    };
  }
  for (const field of fields) {
    const name = field[0]?.toLowerCase() + field.slice(1);
    for (const address of list(email, field)) {
      const isId = typeof address === 'string' && /^(003|005|00Q)[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(address);
      if (typeof address !== 'string' || !(isId || ADDRESS.test(address))) {
        return {
          statusCode: 'INVALID_EMAIL_ADDRESS',
          message: `Email address is invalid: ${String(address)}`,
          fields: [name, String(address)],
        };
      }
    }
  }
  const isBlank = (name: string): boolean => email.get(name) === null || email.get(name) === '';
  return isBlank('HtmlBody') && isBlank('PlainTextBody')
    ? {
        statusCode: 'REQUIRED_FIELD_MISSING',
        message: 'Missing body, need at least one of html or plainText',
        fields: [],
      }
    : null;
}

export function sendEmail(runtime: Runtime, emails: ApexList, isAllOrNone: boolean): ApexList {
  runtime.limits.add('emailInvocations');
  const mails = emails.items.map((mail) =>
    mail instanceof EmailValue
      ? mail
      : runtime.fail('System.NullPointerException', 'Attempt to de-reference a null object'),
  );
  const failures = mails.map((mail) => failureOf(runtime, mail));
  const first = failures.findIndex((failure) => failure !== null);
  if (first >= 0 && isAllOrNone) {
    throw emailException(failures, first);
  }
  const passed = mails.filter((_mail, index) => failures[index] === null);
  sentEmails(runtime).push(...passed);
  for (const mail of passed) {
    sendOut(runtime, mail);
  }
  const targetOf = (mail: EmailValue | undefined): string | null =>
    typeof mail?.get('TargetObjectId') === 'string' ? (mail.get('TargetObjectId') as string) : null;
  return runtime.newList(
    'Messaging.SendEmailResult',
    failures.map(
      (failure, index) =>
        new SendResultValue(failure === null ? [] : [new SendErrorValue(failure, targetOf(mails[index]))]),
    ),
  );
}

function emailException(failures: readonly (SendFailure | null)[], first: number): ApexException {
  const failed = failures.flatMap((failure, index): DmlFailure[] =>
    failure === null ? [] : [{ index, id: null, ...failure }],
  );
  const failure = failed[0];
  const exception = new ApexException(
    'System.EmailException',
    `SendEmail failed. First exception on row ${first}; first error: ${failure?.statusCode ?? ''}, ${failure?.message ?? ''}: [${(failure?.fields ?? []).join(', ')}]`,
  );
  exception.dmlFailures = failed;
  return exception;
}
