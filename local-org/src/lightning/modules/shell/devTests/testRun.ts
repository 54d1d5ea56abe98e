/** A run of tests as the org reports it, and as rows. */
import type { DevRow } from 'shell/devTable';

export interface Result {
  readonly id: string;
  readonly className: string;
  readonly method: string;
  readonly outcome: 'pass' | 'fail' | 'unsupported' | 'internal';
  readonly message: string | null;
  readonly milliseconds: number;
}
export interface WholeResult extends Result {
  readonly stack: readonly string[];
  readonly log: readonly { readonly level: string; readonly text: string; readonly line: number | null }[];
}
export interface Run {
  readonly state: 'running' | 'done' | 'failed';
  readonly problem: string | null;
  readonly milliseconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly share: number | null;
  readonly results: readonly Result[];
  readonly coverage: readonly {
    readonly name: string;
    readonly share: number;
    readonly covered: number;
    readonly uncovered: readonly number[];
  }[];
}

const OUTCOMES: Readonly<Record<Result['outcome'], string>> = {
  pass: 'Passed',
  fail: 'Failed',
  unsupported: 'Not simulated',
  internal: 'Fault of the local org',
};
const HUNDRED = 100;

export const percent = (share: number): string => `${Math.floor(share * HUNDRED)}%`;

export const resultRow = (one: Result): DevRow => ({
  id: one.id,
  name: one.id,
  outcomeText: OUTCOMES[one.outcome],
  tone: one.outcome === 'pass' ? 'success' : 'error',
  message: one.message ?? '',
  milliseconds: one.milliseconds,
});

export const textOfLog = ({ log }: WholeResult): string =>
  log.map(({ level, text, line }) => `${line === null ? '' : `Line ${line} `}${level}: ${text}`).join('\n');
