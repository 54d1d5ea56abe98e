/** Tasks and events: closed by status, tied to the account of what they are about, and an event's two ways to say when. */
import { ApexDate, ApexDatetime } from '../../../values/temporal.ts';
import { dmlError } from '../errors.ts';
import { isChanged, type DmlCall, type RowWork } from '../work.ts';
import type { StandardBehavior } from './behavior.ts';
import { parentOf, textOf } from './readers.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

function deriveAccount(call: DmlCall, work: RowWork): void {
  const what = textOf(work.values['WhatId']);
  const about = what === null ? null : call.runtime.org.schema.byKeyPrefix(what.slice(0, 3));
  const isAccount = about?.name === 'Account';
  const ofWhat =
    about === null || what === null || isAccount ? null : (parentOf(call, about.name, what)?.['AccountId'] ?? null);
  work.values['AccountId'] = isAccount
    ? what
    : (ofWhat ?? parentOf(call, 'Contact', work.values['WhoId'])?.['AccountId'] ?? null);
  work.values['WhoCount'] = work.values['WhoId'] ? 1 : 0;
  work.values['WhatCount'] = what === null ? 0 : 1;
}

export const TASK: StandardBehavior = {
  derive(call, work) {
    deriveAccount(call, work);
    const status = textOf(work.values['Status']);
    work.values['IsClosed'] =
      call.object.fields.get('status')?.picklist.find((one) => one.value === status)?.stage?.isClosed ?? false;
    work.values['IsHighPriority'] = work.values['Priority'] === 'High';
  },
  beforeSave(call, work) {
    if (isChanged(work, 'IsClosed')) {
      work.values['CompletedDateTime'] = work.values['IsClosed'] === true ? call.runtime.now() : null;
    }
  },
};

export const EVENT: StandardBehavior = {
  derive(call, work) {
    deriveAccount(call, work);
    if (work.values['IsAllDayEvent'] === true) {
      deriveAllDay(work);
    } else {
      deriveTimes(work);
    }
  },
  beforeSave(_call, work) {
    const { StartDateTime: start, EndDateTime: end } = work.values;
    if (!(start instanceof ApexDatetime) || !(end instanceof ApexDatetime)) {
      const fields = ['DurationInMinutes', 'ActivityDateTime'];
      work.errors.push(dmlError('required', [fields.join(', ')], fields));
    } else if (end.instant < start.instant) {
      work.errors.push(dmlError('eventDuration'));
    }
  },
};

function deriveAllDay(work: RowWork): void {
  const { values } = work;
  const start = values['StartDateTime'] ?? values['ActivityDateTime'];
  const day =
    values['ActivityDate'] instanceof ApexDate
      ? values['ActivityDate']
      : start instanceof ApexDatetime
        ? new ApexDate(Math.floor(start.instant / DAY))
        : null;
  if (day !== null) {
    values['ActivityDate'] = day;
    values['StartDateTime'] = new ApexDatetime(day.day * DAY);
    values['DurationInMinutes'] ??= 1440;
    values['EndDateTime'] ??= values['StartDateTime'];
    values['ActivityDateTime'] = null;
  }
}

function deriveTimes(work: RowWork): void {
  const { values, given } = work;
  const start =
    given.has('StartDateTime') || values['ActivityDateTime'] == null
      ? values['StartDateTime']
      : values['ActivityDateTime'];
  if (!(start instanceof ApexDatetime)) {
    return;
  }
  values['StartDateTime'] = start;
  values['ActivityDateTime'] = start;
  values['ActivityDate'] = new ApexDate(Math.floor(start.instant / DAY));
  const end = values['EndDateTime'];
  if (end instanceof ApexDatetime && (given.has('EndDateTime') || !given.has('DurationInMinutes'))) {
    values['DurationInMinutes'] = Math.round((end.instant - start.instant) / MINUTE);
  } else if (typeof values['DurationInMinutes'] === 'number') {
    values['EndDateTime'] = new ApexDatetime(start.instant + values['DurationInMinutes'] * MINUTE);
  }
}
