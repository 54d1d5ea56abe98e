/** The frame around every page. */
import { LightningElement } from 'lwc';
import ToastContainer from 'lightning/toastContainer';
import { apps } from 'shell/apps';
import { messageOf } from 'shell/fetch';

export default class App extends LightningElement {
  problem: string | null = null;

  override connectedCallback(): void {
    ToastContainer.instance({ toastPosition: 'top-center', containerPosition: 'fixed' });
    apps.load().catch((error: unknown) => {
      this.problem = messageOf(error);
    });
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    this.template?.querySelector('main')?.focus();
  }
}
