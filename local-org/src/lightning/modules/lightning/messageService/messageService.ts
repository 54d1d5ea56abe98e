/** Messages between components of a page. Source: LWC Developer Guide, "Communicate Across the DOM with Lightning Message Service". */
import type { WireAdapterConstructor } from 'lwc';

export interface MessageChannel {
  readonly channelName: string;
}
type Listener = (message: unknown) => void;
interface Subscription {
  readonly channelName: string;
  readonly listener: Listener;
  readonly context: Context;
}

/** Whose subscriptions end together. */
class Context {
  readonly subscriptions = new Set<Subscription>();
}

/** Hears messages of the whole application. Without it only the visible part of it is heard, which is all there is. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set<Subscription>();

export const createMessageContext = (): object => new Context();

export function releaseMessageContext(context: object): void {
  for (const subscription of contextOf(context).subscriptions) {
    unsubscribe(subscription);
  }
}

/** The wired context ends with the component's life on the page. */
export const MessageContext = class {
  readonly #context = new Context();

  constructor(callback: (context: object) => void) {
    callback(this.#context);
  }
  update(): void {
    // A message context has no parameters.
  }
  connect(): void {
    // Subscriptions are made by the component.
  }
  disconnect(): void {
    releaseMessageContext(this.#context);
  }
} as unknown as WireAdapterConstructor<Readonly<Record<string, never>>, object>;

export function subscribe(context: object, channel: MessageChannel, listener: Listener): object {
  const subscription = { channelName: nameOf(channel), listener, context: contextOf(context) };
  subscriptions.add(subscription);
  subscription.context.subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: object | null | undefined): void {
  if (isSubscription(subscription)) {
    subscriptions.delete(subscription);
    subscription.context.subscriptions.delete(subscription);
  }
}

/** Everyone gets a copy of their own. */
export function publish(context: object, channel: MessageChannel, message?: unknown): void {
  contextOf(context);
  const channelName = nameOf(channel);
  for (const subscription of [...subscriptions]) {
    if (subscription.channelName === channelName && subscriptions.has(subscription)) {
      subscription.listener(message === undefined ? undefined : JSON.parse(JSON.stringify(message)));
    }
  }
}

function contextOf(context: object): Context {
  if (!(context instanceof Context)) {
    throw new TypeError('messageContext must be wired with MessageContext or made by createMessageContext().');
  }
  return context;
}
function nameOf(channel: MessageChannel): string {
  if (typeof channel?.channelName !== 'string') {
    throw new TypeError('messageChannel must be imported from @salesforce/messageChannel.');
  }
  return channel.channelName;
}
function isSubscription(value: unknown): value is Subscription {
  return typeof value === 'object' && value !== null && 'channelName' in value && 'listener' in value;
}
