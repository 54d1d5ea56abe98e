/** E-mails and custom notifications: nothing leaves this org, all of it is here. */
import { LightningElement } from 'lwc';
import { momentText } from 'shell/devActions';
import DevDetails, { type Details } from 'shell/devDetails';
import { Live } from 'shell/devLive';
import type { DevColumn, DevRow, RowActionDetail } from 'shell/devTable';

interface Email {
  readonly id: string;
  readonly sentAt: string;
  readonly sender: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly textBody: string | null;
  readonly htmlBody: string | null;
  readonly attachments: readonly string[];
}
interface Notification {
  readonly id: string;
  readonly user: string;
  readonly title: string;
  readonly body: string;
  readonly createdDate: string;
  readonly isRead: boolean;
  readonly url: string | null;
}
interface Outbox {
  readonly emails: readonly Email[];
  readonly notifications: readonly Notification[];
}

export default class DevOutbox extends LightningElement {
  value: Outbox | null = null;
  problem: string | null = null;
  readonly #live = new Live<Outbox>('/_/org/outbox', ({ value, problem }) => {
    this.value = value;
    this.problem = problem;
  });
  readonly emailColumns: readonly DevColumn[] = [
    { label: 'Subject', fieldName: 'subjectText', action: 'show', wraps: true },
    { label: 'To', fieldName: 'recipients', wraps: true },
    { label: 'From', fieldName: 'sender' },
    { label: 'Sent', fieldName: 'sentAt', type: 'date' },
  ];
  readonly notificationColumns: readonly DevColumn[] = [
    { label: 'Title', fieldName: 'title', link: 'url', wraps: true },
    { label: 'Body', fieldName: 'body', wraps: true },
    { label: 'To', fieldName: 'user' },
    { label: 'Sent', fieldName: 'createdDate', type: 'date' },
    { label: 'Read', fieldName: 'read' },
  ];

  override connectedCallback(): void {
    this.#live.start();
  }
  override disconnectedCallback(): void {
    this.#live.stop();
  }

  get isLoading(): boolean {
    return this.value === null && this.problem === null;
  }
  get emails(): readonly DevRow[] {
    return (this.value?.emails ?? []).map((one) => ({
      ...one,
      subjectText: one.subject === '' ? '(no subject)' : one.subject,
      recipients: [...one.to, ...one.cc, ...one.bcc].join(', '),
    }));
  }
  get notifications(): readonly DevRow[] {
    return (this.value?.notifications ?? []).map((one) => ({ ...one, read: one.isRead ? 'Yes' : 'No' }));
  }

  handleRefresh(): void {
    void this.#live.refresh();
  }
  handleAction(event: CustomEvent<RowActionDetail>): void {
    const email = this.value?.emails.find(({ id }) => id === event.detail.id);
    if (email !== undefined) {
      const details = detailsOf(email);
      void DevDetails.open({ size: 'medium', label: details.heading, details });
    }
  }
}

function detailsOf(one: Email): Details {
  const facts = [
    { label: 'From', value: one.sender },
    { label: 'To', value: one.to.join(', ') },
    { label: 'Cc', value: one.cc.join(', ') },
    { label: 'Bcc', value: one.bcc.join(', ') },
    { label: 'Sent', value: momentText(one.sentAt) },
    { label: 'Attachments', value: one.attachments.join(', ') },
  ];
  return {
    heading: one.subject === '' ? '(no subject)' : one.subject,
    facts: facts.filter(({ value }) => value !== ''),
    blocks: [
      { heading: 'Text', text: one.textBody ?? '' },
      { heading: 'HTML', text: one.htmlBody ?? '', isHtml: true },
    ],
  };
}
