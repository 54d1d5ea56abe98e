import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import { fill } from 'c/timeFormat';
import type { CheckView } from 'views/connect';

interface Row {
  readonly name: string;
  readonly label: string;
  readonly fix: string;
  readonly icon: string;
  readonly variant: string;
  readonly state: string;
}

/** Permissions the sync needs. What is missing comes first, with its fix; what is granted is folded. */
export default class SetupChecks extends LightningElement {
  @api checks: readonly CheckView[] = [];

  readonly labels = LABELS;

  get missing(): readonly Row[] {
    return this.checks.filter(({ isGranted }) => !isGranted).map(toRow);
  }

  get granted(): readonly Row[] {
    return this.checks.filter(({ isGranted }) => isGranted).map(toRow);
  }

  get summary(): string {
    const { length } = this.missing;
    return length === 0 ? LABELS.checkAll : fill(LABELS.checkSome, length, this.checks.length);
  }

  get hasGranted(): boolean {
    return this.granted.length > 0;
  }

  get grantedTitle(): string {
    return `${LABELS.checkGranted} (${this.granted.length})`;
  }

  handleAgain(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }
}

function toRow({ name, label, fix, isGranted }: CheckView): Row {
  return {
    name: name ?? '',
    label: label ?? '',
    fix: fix ?? '',
    icon: isGranted ? 'utility:success' : 'utility:warning',
    variant: isGranted ? 'success' : 'warning',
    state: isGranted ? LABELS.checkGranted : LABELS.checkMissing,
  };
}
