/** What the platform does by itself on a standard object, beyond what its fields say. */
import type { DmlCall, RowWork } from '../work.ts';

export interface StandardBehavior {
  /** Fills fields that follow from others; runs before the triggers and again after them, so it must bear repeating. */
  derive?(call: DmlCall, work: RowWork): void;
  /** Once per row, after the before triggers. */
  beforeSave?(call: DmlCall, work: RowWork): void;
  /** Other records that follow, once the rows are stored. */
  afterSave?(call: DmlCall, works: readonly RowWork[]): void;
  afterDelete?(call: DmlCall, works: readonly RowWork[]): void;
}
