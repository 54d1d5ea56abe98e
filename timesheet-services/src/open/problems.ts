/** Refusals as problem+json, each kind with its status and title. */
import { Refusal, type Answer } from '../core/call.ts';

export const PROBLEMS = {
  unauthorized: [401, 'The token is missing or unknown'],
  forbidden: [403, 'The token may not do this'],
  'not-found': [404, 'There is no such row'],
  gone: [410, 'The row was deleted'],
  invalid: [422, 'The request breaks a rule'],
  'invalid-json': [400, 'The body is no JSON'],
  'invalid-cursor': [400, 'The cursor does not fit'],
  'too-old': [410, 'Deletions are not kept that long'],
  'version-conflict': [412, 'The row has changed since'],
  'key-reused': [422, 'The Idempotency-Key was used with another body'],
  locked: [409, 'The time entry is locked'],
  'in-use': [409, 'The row is needed by others'],
  quota: [429, 'Over quota'],
  'not-allowed': [405, 'There is no such method'],
  'payment-required': [402, 'The plan does not include this'],
  unavailable: [503, 'Not now'],
  failed: [500, 'The service failed'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemKind = keyof typeof PROBLEMS;

export interface FieldError {
  readonly field: string;
  readonly message: string;
}
export interface ProblemMore {
  readonly status?: number;
  readonly errors?: readonly FieldError[];
  readonly currentVersion?: number;
}

export function problemOf(kind: ProblemKind, detail: string, more: ProblemMore = {}): Answer {
  const [usual, title] = PROBLEMS[kind];
  const status = more.status ?? usual;
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { ...more, type: `urn:timesheet:problem:${kind}`, title, status, detail },
  };
}
export function refuse(kind: ProblemKind, detail: string, more: ProblemMore = {}): Refusal {
  return new Refusal(problemOf(kind, detail, more));
}
export function kindOfStatus(status: number): ProblemKind {
  const found = Object.entries(PROBLEMS).find(([, [own]]) => own === status);
  return status === 400 ? 'invalid-json' : ((found?.[0] as ProblemKind | undefined) ?? 'failed');
}
