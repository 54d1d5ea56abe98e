import cancelRun from '@salesforce/apex/SyncController.cancelRun';
import chooseRecord from '@salesforce/apex/SyncController.chooseRecord';
import dismissCause from '@salesforce/apex/SyncController.dismissCause';
import dismissIssue from '@salesforce/apex/SyncController.dismissIssue';
import pauseRun from '@salesforce/apex/SyncController.pauseRun';
import resumeRun from '@salesforce/apex/SyncController.resumeRun';
import retryCause from '@salesforce/apex/SyncController.retryCause';
import retryIssue from '@salesforce/apex/SyncController.retryIssue';
import startPull from '@salesforce/apex/SyncController.startPull';
import { fill, numberText } from 'c/timeFormat';
import type { IssueCause, IssueRetryView } from 'views/sync';
import { labels } from './labels';

export interface RunAction {
  readonly action: string;
  readonly connectionId: string;
  readonly runId: string | null;
}

export interface IssueAction {
  readonly action: string;
  readonly issueId: string;
  readonly recordId: string | null;
}

/** Begins or steers a run. */
export async function performOnRun({ action, connectionId, runId }: RunAction): Promise<void> {
  if (action === 'start') {
    await startPull({ connectionId });
  } else if (action === 'pause') {
    await pauseRun({ runId });
  } else if (action === 'resume') {
    await resumeRun({ runId });
  } else {
    await cancelRun({ runId });
  }
}

/** Does something about one issue. Returns what came of it where that can be counted. */
export async function performOnIssue({ action, issueId, recordId }: IssueAction): Promise<IssueRetryView | null> {
  if (action === 'choose') {
    return chooseRecord({ issueId, recordId });
  }
  if (action === 'dismiss') {
    await dismissIssue({ issueId });
    return null;
  }
  return retryIssue({ issueId });
}

/** Does something about all issues of a cause. Returns as above. */
export async function performOnCause(action: string, cause: IssueCause): Promise<IssueRetryView | null> {
  if (action === 'dismissAll') {
    await dismissCause({ cause });
    return null;
  }
  return retryCause({ cause });
}

/** What came of it, in a few words. */
export function outcomeText(outcome: IssueRetryView | null): string {
  if (outcome === null) {
    return labels.dismissed;
  }
  if (outcome.queued > 0) {
    return fill(labels.queued, numberText(outcome.queued));
  }
  return outcome.hasStartedRun
    ? labels.runBegun
    : fill(labels.settled, numberText(outcome.settled), numberText(outcome.met));
}
