/** The bell: custom notifications of the user, newest first; read with the page, and again when it is opened. */
import { LightningElement } from 'lwc';
import { getJson, messageOf, request, statusOf } from 'shell/fetch';
import { router } from 'shell/router';

interface Notification {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly createdDate: string;
  readonly isRead: boolean;
  /** Where it leads: a page of the org. */
  readonly url?: string | null;
}

const ADDRESS = '/_/org/notifications';
const NOT_FOUND = 404;
const NOT_KEPT = 'This local org does not keep the notifications that Apex sends.';

export default class Notifications extends LightningElement {
  isOpen = false;
  notifications: readonly Notification[] | null = null;
  problem: string | null = null;

  override connectedCallback(): void {
    window.addEventListener('click', this.handleOutsideClick);
    void this.load();
  }
  override disconnectedCallback(): void {
    window.removeEventListener('click', this.handleOutsideClick);
  }

  get unread(): number {
    return (this.notifications ?? []).filter((one) => !one.isRead).length;
  }
  get label(): string {
    return this.unread === 0 ? 'Notifications' : `Notifications, ${this.unread} new`;
  }
  get expanded(): string {
    return String(this.isOpen);
  }
  get isEmpty(): boolean {
    return this.problem === null && (this.notifications ?? []).length === 0;
  }
  get rows(): readonly (Notification & { readonly rowClass: string; readonly sentAt: number })[] {
    return (this.notifications ?? []).map((one) => ({
      ...one,
      sentAt: Date.parse(one.createdDate),
      rowClass: `slds-global-header__notification${one.isRead ? '' : ' slds-global-header__notification_unread'}`,
    }));
  }

  async load(): Promise<void> {
    try {
      const { notifications } = await getJson<{ readonly notifications: readonly Notification[] }>(ADDRESS);
      this.notifications = notifications;
      this.problem = null;
    } catch (error) {
      this.notifications = [];
      this.problem = statusOf(error) === NOT_FOUND ? NOT_KEPT : messageOf(error);
    }
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen) {
      void this.load();
    }
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.close();
    }
  }
  handleOpen(event: Event): void {
    const { id = '', url = '' } = (event.currentTarget as HTMLElement).dataset;
    void request('PATCH', `${ADDRESS}/${id}`, { isRead: true }).then(() => this.load());
    this.close();
    if (url !== '') {
      event.preventDefault();
      router.open(url);
    }
  }
  handleClose(): void {
    this.close();
  }

  close(): void {
    this.isOpen = false;
    this.template?.querySelector<HTMLElement>('.bell')?.focus();
  }
  handleOutsideClick = (event: MouseEvent): void => {
    const { host } = this.template ?? {};
    if (this.isOpen && host !== undefined && !event.composedPath().includes(host)) {
      this.isOpen = false;
    }
  };
}
