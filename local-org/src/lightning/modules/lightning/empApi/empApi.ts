/** Platform events in the browser. Source: Component Reference, `lightning-emp-api`. */
type Listener = (message: unknown) => void;
export interface Subscription {
  readonly id: string;
  readonly channel: string;
  readonly replayId: number;
}
interface Failure {
  readonly error: string;
  readonly subscription: Subscription;
}

const streams = new Map<string, EventSource>();
const errorListeners = new Set<(failure: Failure) => void>();
let last = 0;

/** `replayId` -1 hears what comes from now on, -2 all that is kept as well. */
export function subscribe(channel: string, replayId: number, onMessage: Listener): Promise<Subscription> {
  const subscription = { id: `subscription-${++last}`, channel, replayId };
  const query = new URLSearchParams({ channel, replayId: String(replayId) });
  const stream = new EventSource(`/_/org/stream?${query.toString()}`);
  streams.set(subscription.id, stream);
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    onMessage(JSON.parse(event.data));
  });
  return new Promise((resolve, reject) => {
    stream.addEventListener('open', () => resolve(subscription));
    stream.addEventListener('error', () => {
      // A stream that only broke off is opened again by the browser.
      if (stream.readyState === EventSource.CLOSED) {
        const failure = { error: `The channel ${channel} can't be subscribed to`, subscription };
        errorListeners.forEach((listener) => listener(failure));
        reject(new Error(failure.error));
      }
    });
  });
}

export function unsubscribe(subscription: Subscription, onDone?: Listener): Promise<object> {
  streams.get(subscription.id)?.close();
  streams.delete(subscription.id);
  const answer = { successful: true, subscription: subscription.channel };
  onDone?.(answer);
  return Promise.resolve(answer);
}

export function onError(listener: (failure: Failure) => void): void {
  errorListeners.add(listener);
}

/** The console of the browser shows the stream; there is nothing to switch. */
export function setDebugFlag(_isOn: boolean): void {
  // Messages can be read in the browser's network panel.
}

export const isEmpEnabled = (): Promise<boolean> => Promise.resolve(true);
