/** Asks the page for a toast. The toast itself is the base component. */
import { SHOW_TOAST_EVENT_NAME } from 'lightning/showToastEvent';
import Toast from 'lightning/toast';

export interface ToastLink {
  readonly url: string;
  readonly label: string;
}
export interface ToastConfig {
  readonly title?: string;
  /** `{0}` stands for the first of `messageData`. */
  readonly message?: string;
  readonly messageData?: readonly (string | ToastLink)[] | Readonly<Record<string, string | ToastLink>>;
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

export class ShowToastEvent extends CustomEvent<ToastConfig> {
  /** What the container reads from events of the platform. */
  readonly toastAttributes: Readonly<Record<string, unknown>>;

  constructor(config: ToastConfig = {}) {
    const detail = { ...config, toast: Toast };
    super(SHOW_TOAST_EVENT_NAME, { bubbles: true, composed: true, cancelable: true, detail });
    this.toastAttributes = {
      title: config.title,
      message: fill(config),
      messageData: config.messageData,
      mode: config.mode ?? 'dismissible',
      type: config.variant ?? 'info',
    };
  }
}

/** The base component puts links in; text is ours. */
function fill({ message, messageData = [] }: ToastConfig): string | undefined {
  return message?.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = (messageData as Readonly<Record<string, string | ToastLink>>)[key];
    return typeof value === 'string' ? value : placeholder;
  });
}
