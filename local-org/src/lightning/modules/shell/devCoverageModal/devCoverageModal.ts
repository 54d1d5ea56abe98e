/** The source of a class, each line with whether the tests ran it. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';

export interface SourceLine {
  readonly line: number;
  readonly text: string;
  /** Null: nothing to run there. */
  readonly isCovered: boolean | null;
}

export default class DevCoverageModal extends LightningModal {
  @api lines: readonly SourceLine[] = [];

  get shown(): readonly (SourceLine & {
    readonly mark: string;
    readonly meaning: string;
    readonly className: string;
  })[] {
    return this.lines.map((line) => ({
      ...line,
      mark: line.isCovered === null ? '' : line.isCovered ? '✓' : '✗',
      meaning: line.isCovered === null ? '' : line.isCovered ? 'Covered' : 'Not covered',
      className: line.isCovered === null ? '' : line.isCovered ? 'covered' : 'uncovered',
    }));
  }
  handleClose(): void {
    this.close();
  }
}
