/** What buttons of developer pages have in common: to ask first, to do it, and to say how it went. */
import LightningConfirm from 'lightning/confirm';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { messageOf } from 'shell/fetch';

/** True when it worked. */
export async function attempt(page: EventTarget, work: () => Promise<unknown>, done: string | null): Promise<boolean> {
  try {
    await work();
  } catch (error) {
    page.dispatchEvent(new ShowToastEvent({ variant: 'error', title: 'That did not work', message: messageOf(error) }));
    return false;
  }
  if (done !== null) {
    page.dispatchEvent(new ShowToastEvent({ variant: 'success', message: done }));
  }
  return true;
}

export async function isSure(label: string, message: string): Promise<boolean> {
  // The types that come with it promise no result.
  const answer: unknown = await LightningConfirm.open({ label, message, theme: 'default' });
  return answer === true;
}

export const pathTo = (...parts: readonly string[]): string => `/_/org/dev/${parts.map(encodeURIComponent).join('/')}`;

/** Of the user, not of the browser. */
export function timeZone(): string {
  const { lightningContext } = globalThis as {
    readonly lightningContext?: { readonly modules?: Readonly<Record<string, unknown>> };
  };
  const zone = lightningContext?.modules?.['@salesforce/i18n/timeZone'];
  return typeof zone === 'string' ? zone : 'UTC';
}

/** A moment as text, for windows that show texts only. */
export const momentText = (moment: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'long', timeZone: timeZone() }).format(
    new Date(moment),
  );
