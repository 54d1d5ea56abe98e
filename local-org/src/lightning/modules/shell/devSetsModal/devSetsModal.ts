/** The window that gives permission sets to a user and takes them. Closes with true when something was saved. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { pathTo } from 'shell/devActions';
import { messageOf, request } from 'shell/fetch';

export default class DevSetsModal extends LightningModal {
  @api userId = '';
  @api assigned: readonly string[] = [];
  @api sets: readonly { readonly id: string; readonly label: string }[] = [];
  chosen: readonly string[] = [];
  problem: string | null = null;
  /** What is done already when a later one is refused. */
  #saved: readonly string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.chosen = this.assigned;
    this.#saved = this.assigned;
  }
  get options(): readonly { readonly label: string; readonly value: string }[] {
    return this.sets.map(({ id, label }) => ({ label, value: id }));
  }
  get isEmpty(): boolean {
    return this.sets.length === 0;
  }

  handleChange(event: CustomEvent<{ readonly value: readonly string[] }>): void {
    this.chosen = [...event.detail.value];
  }
  handleCancel(): void {
    this.close(this.#saved !== this.assigned);
  }
  async handleSave(): Promise<void> {
    this.problem = null;
    const path = (set: string): string => pathTo('permission-sets', set, 'users', this.userId);
    try {
      for (const set of this.chosen.filter((one) => !this.#saved.includes(one))) {
        await request('PUT', path(set));
        this.#saved = [...this.#saved, set];
      }
      for (const set of this.#saved.filter((one) => !this.chosen.includes(one))) {
        await request('DELETE', path(set));
        this.#saved = this.#saved.filter((one) => one !== set);
      }
      this.close(true);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
