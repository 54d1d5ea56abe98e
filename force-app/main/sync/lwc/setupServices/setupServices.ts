import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import type { ServiceView } from 'views/connect';

/** The services to choose from: one click chooses. A definition that can't be used says why. */
export default class SetupServices extends LightningElement {
  @api services: readonly ServiceView[] = [];

  isOtherOpen = false;

  readonly labels = LABELS;

  get usable(): readonly { readonly name: string; readonly label: string }[] {
    return this.services
      .filter(({ problem }) => !problem)
      .map(({ name, label }) => ({ name: name ?? '', label: label ?? '' }));
  }

  get broken(): readonly { readonly name: string; readonly problem: string }[] {
    return this.services
      .filter(({ problem }) => problem)
      .map(({ name, problem }) => ({ name: name ?? '', problem: problem ?? '' }));
  }

  get expanded(): string {
    return String(this.isOtherOpen);
  }

  handleChoose(event: Event): void {
    const { name } = event.currentTarget as HTMLButtonElement;
    this.dispatchEvent(new CustomEvent('choose', { detail: { name } }));
  }

  handleOther(): void {
    this.isOtherOpen = !this.isOtherOpen;
  }

  handleLookAgain(): void {
    this.dispatchEvent(new CustomEvent('lookagain'));
  }
}
