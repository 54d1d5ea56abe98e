/**
 * Refreshing a part of the page. A container refreshes the handlers below it; the page itself is the outermost one and
 * reads its records anew as well. Source: LWC Developer Guide, "Refresh Component Data with RefreshView".
 */
import type { LightningElement } from 'lwc';
import { refreshData } from 'shell/recordStore';

const REFRESH = 'lightning__refresh';
/** Asks the container around an element to take its handler. */
const REGISTER = 'lightning__refreshregister';

export const REFRESH_COMPLETE = 'REFRESH_COMPLETE';
export const REFRESH_COMPLETE_WITH_ERRORS = 'REFRESH_COMPLETE_WITH_ERRORS';
export const REFRESH_ERROR = 'REFRESH_ERROR';

type Status = typeof REFRESH_COMPLETE | typeof REFRESH_COMPLETE_WITH_ERRORS | typeof REFRESH_ERROR;
export type RefreshHandler = (context?: unknown) => Promise<boolean> | boolean;
export type RefreshContainer = (status: Promise<Status>) => void;

interface Registration {
  readonly id: string;
  readonly handler: RefreshHandler;
  isTaken: boolean;
  take(list: Map<string, RefreshHandler>): void;
}

const pageHandlers = new Map<string, RefreshHandler>();
const forgetters = new Map<string, () => void>();
let last = 0;

export class RefreshEvent extends CustomEvent<null> {
  constructor() {
    super(REFRESH, { bubbles: true, composed: true, cancelable: true });
  }
}

export function registerRefreshHandler(element: LightningElement, handler: RefreshHandler): string {
  const id = nextId();
  const registration: Registration = {
    id,
    handler: handler.bind(element),
    isTaken: false,
    take(list) {
      list.set(id, this.handler);
      this.isTaken = true;
      forgetters.set(id, () => list.delete(id));
    },
  };
  element.dispatchEvent(new CustomEvent(REGISTER, { bubbles: true, composed: true, detail: registration }));
  if (!registration.isTaken) {
    registration.take(pageHandlers);
  }
  return id;
}
export function unregisterRefreshHandler(id: string): void {
  unregister(id);
}

/** `container` gets a promise of the outcome whenever a refresh of what is below the element begins. */
export function registerRefreshContainer(element: LightningElement, container: RefreshContainer): string {
  const id = nextId();
  const handlers = new Map<string, RefreshHandler>();
  const take = (event: Event): void => {
    if (event.target !== element) {
      event.stopPropagation();
      (event as CustomEvent<Registration>).detail.take(handlers);
    }
  };
  const refresh = (event: Event): void => {
    event.stopPropagation();
    container.call(element, runAll(handlers));
  };
  element.addEventListener(REGISTER, take);
  element.addEventListener(REFRESH, refresh);
  forgetters.set(id, () => {
    element.removeEventListener(REGISTER, take);
    element.removeEventListener(REFRESH, refresh);
  });
  return id;
}
export function unregisterRefreshContainer(id: string): void {
  unregister(id);
}

function unregister(id: string): void {
  forgetters.get(id)?.();
  forgetters.delete(id);
}
const nextId = (): string => `refresh-${++last}`;

async function runAll(handlers: ReadonlyMap<string, RefreshHandler>): Promise<Status> {
  const results = await Promise.allSettled([...handlers.values()].map(async (handler) => handler()));
  const failed = results.filter((one) => one.status === 'rejected' || !one.value).length;
  return failed === 0 ? REFRESH_COMPLETE : failed < results.length ? REFRESH_COMPLETE_WITH_ERRORS : REFRESH_ERROR;
}

document.addEventListener(REFRESH, () => {
  void refreshData();
  void runAll(pageHandlers);
});
