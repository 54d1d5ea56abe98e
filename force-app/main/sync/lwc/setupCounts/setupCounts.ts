import { LightningElement, api } from 'lwc';
import { LABELS, entityName } from 'c/setupLabels';
import { fill, numberText } from 'c/timeFormat';
import type { RowCount } from 'views/sync';

interface Tile {
  readonly entity: string;
  readonly name: string;
  readonly text: string;
  readonly isKnown: boolean;
}

/** How much a timesheet holds, as the counts come in. */
export default class SetupCounts extends LightningElement {
  @api entities: readonly string[] = [];
  @api counts: readonly RowCount[] = [];
  @api isCounting = false;

  readonly labels = LABELS;

  get tiles(): readonly Tile[] {
    return this.entities.map((entity) => {
      const count = this.counts.find((one) => one.entity === entity);
      return { entity, name: entityName(entity), text: this.textOf(count), isKnown: !!count };
    });
  }

  get problems(): readonly string[] {
    return [...new Set(this.counts.flatMap(({ problem }) => problem ?? []))];
  }

  textOf(count: RowCount | undefined): string {
    if (!count) {
      return this.isCounting ? LABELS.counting : LABELS.notCounted;
    }
    return count.isAtLeast ? fill(LABELS.atLeast, numberText(count.count)) : numberText(count.count);
  }

  handleAgain(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }
}
