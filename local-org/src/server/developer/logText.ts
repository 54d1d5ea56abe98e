/**
 * A transaction as text in the format of the platform's debug logs, with the events this org knows: who ran, what was
 * debugged, what it died of, the limits it used. Source: Apex Developer Guide, "Debug Log", "Debug Log Levels".
 */
import type { Row } from '../../data/store.ts';
import type { TransactionEntry } from './transactionLog.ts';

const API_VERSION = '67.0';
const CATEGORIES = [
  'APEX_CODE,FINEST',
  'APEX_PROFILING,INFO',
  'CALLOUT,NONE',
  'DB,NONE',
  'SYSTEM,NONE',
  'WORKFLOW,NONE',
];
const NANOSECONDS = 1_000_000;
const ANONYMOUS = 'execute_anonymous_apex';

export function logText(entry: TransactionEntry, user: Row | null): string {
  const zone = textOf(user, 'TimeZoneSidKey') || 'GMT';
  const begin = entry.at - entry.milliseconds;
  const stamp = (elapsed: number): string =>
    `${timeOf(begin + elapsed, zone)} (${Math.round(Math.min(elapsed, entry.milliseconds) * NANOSECONDS)})`;
  const event = (elapsed: number, ...parts: readonly string[]): string => [stamp(elapsed), ...parts].join('|');
  const unit = entry.kind === 'anonymous' ? ANONYMOUS : (entry.name ?? entry.kind);
  const end = entry.milliseconds;
  return [
    `${API_VERSION} ${CATEGORIES.join(';')}`,
    event(0, 'USER_INFO', '[EXTERNAL]', entry.userId, textOf(user, 'Username'), zone),
    event(0, 'EXECUTION_STARTED'),
    event(0, 'CODE_UNIT_STARTED', '[EXTERNAL]', unit),
    ...entry.log.map(({ level, text, line, elapsed }) =>
      event(elapsed, 'USER_DEBUG', `[${line ?? 'EXTERNAL'}]`, level, text),
    ),
    ...(entry.error === null ? [] : [event(end, 'FATAL_ERROR', [entry.error, '', ...entry.stack].join('\n'))]),
    event(end, 'CUMULATIVE_LIMIT_USAGE'),
    event(end, 'LIMIT_USAGE_FOR_NS', '(default)', ''),
    ...entry.limits.map(({ logLabel, used, limit }) => `  ${logLabel}: ${used} out of ${limit}`),
    '',
    event(end, 'CUMULATIVE_LIMIT_USAGE_END'),
    event(end, 'CODE_UNIT_FINISHED', unit),
    event(end, 'EXECUTION_FINISHED'),
    '',
  ].join('\n');
}

const textOf = (row: Row | null, field: string): string => (row?.[field] as string | null | undefined) ?? '';

function timeOf(moment: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  });
  return clock.format(moment);
}
