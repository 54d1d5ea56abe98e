/** A window with all there is to one row: facts, texts as they are, and perhaps a file to take away. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';

export interface Fact {
  readonly label: string;
  readonly value: string;
}
export interface TextBlock {
  readonly heading: string;
  readonly text: string;
  /** HTML of an e-mail; scripts and styles do not get through. */
  readonly isHtml?: boolean;
}
export interface Details {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly blocks: readonly TextBlock[];
  /** Lines of the texts can be filtered. */
  readonly isFiltered?: boolean;
  readonly download?: { readonly label: string; readonly url: string };
}

export default class DevDetails extends LightningModal {
  @api details!: Details;
  term = '';

  get shown(): readonly (TextBlock & { readonly lines: string; readonly isPlain: boolean })[] {
    const term = this.term.toLowerCase();
    return this.details.blocks
      .filter(({ text }) => text !== '')
      .map((block) => ({
        ...block,
        isPlain: block.isHtml !== true,
        lines:
          term === ''
            ? block.text
            : block.text
                .split('\n')
                .filter((line) => line.toLowerCase().includes(term))
                .join('\n') || 'No line has this text.',
      }));
  }
  handleFilter(event: CustomEvent<{ readonly value: string }>): void {
    this.term = event.detail.value;
  }
  handleClose(): void {
    this.close();
  }
}
