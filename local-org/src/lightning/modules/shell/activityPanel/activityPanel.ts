import { LightningElement, api } from 'lwc';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getJson, messageOf } from 'shell/fetch';
import type { PageContext } from 'shell/pageModel';
import { objectPage, router } from 'shell/router';
import { faultOf, objectInfo, RECORD_CHANGED, updateRecord } from 'shell/uiApi';
import { userTimeZone } from 'shell/userSettings';
import { timelineOf, type ActivityRow, type Entry, type Timeline } from './timeline.ts';

const QUERY = '/services/data/v67.0/query?q=';
/** Objects that people do things with: activities name them by WhoId, all others by WhatId. */
const PEOPLE = ['Contact', 'Lead'];

/** Tasks and events about the record: what is to be done, what was done, and ways to add one. */
export default class ActivityPanel extends LightningElement {
  @api context!: PageContext;
  @api isNested = false;

  timeline: Timeline = { upcoming: [], past: [] };
  canCreate = false;
  isLoaded = false;
  problem: string | null = null;

  override connectedCallback(): void {
    window.addEventListener(RECORD_CHANGED, this.#refresh);
    void this.load();
  }
  override disconnectedCallback(): void {
    window.removeEventListener(RECORD_CHANGED, this.#refresh);
  }
  readonly #refresh = (): void => {
    void this.load();
  };

  async load(): Promise<void> {
    const { record } = this.context;
    if (record === null) {
      return;
    }
    const about = `${this.link} = '${record.recordId}'`;
    try {
      const [info, tasks, events] = await Promise.all([
        objectInfo('Task'),
        rows(
          `SELECT Id, Subject, ActivityDate, IsClosed, Priority, Status FROM Task WHERE ${about} ORDER BY ActivityDate`,
        ),
        rows(`SELECT Id, Subject, StartDateTime, EndDateTime FROM Event WHERE ${about} ORDER BY StartDateTime`),
      ]);
      this.canCreate = info.createable;
      this.timeline = timelineOf(tasks, events, new Date());
      this.isLoaded = true;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get link(): string {
    return PEOPLE.includes(this.context.record?.objectName ?? '') ? 'WhoId' : 'WhatId';
  }
  get timeZone(): string {
    return userTimeZone();
  }
  get className(): string {
    return this.isNested ? '' : 'slds-card';
  }
  get sections(): readonly object[] {
    const { upcoming, past } = this.timeline;
    return [
      {
        key: 'upcoming',
        heading: 'Upcoming & Overdue',
        entries: upcoming.map(shown),
        isEmpty: upcoming.length === 0,
        empty: 'No activities to show. Get started by adding a task or an event.',
      },
      {
        key: 'past',
        heading: 'Past',
        entries: past.map(shown),
        isEmpty: past.length === 0,
        empty: 'No past activity. Past meetings and tasks marked as done show up here.',
      },
    ];
  }

  handleNewTask(): void {
    this.create('Task');
  }
  handleNewEvent(): void {
    this.create('Event');
  }
  create(objectName: string): void {
    const values = { [this.link]: this.context.record?.recordId ?? '' };
    router.navigate(
      objectPage(objectName, 'new', {
        defaultFieldValues: encodeDefaultFieldValues(values),
        navigationLocation: 'RELATED_LIST',
      }),
    );
  }
  handleComplete(event: Event): void {
    const { id = '' } = (event.currentTarget as HTMLElement).dataset;
    void this.complete(id);
  }
  async complete(id: string): Promise<void> {
    try {
      await updateRecord(id, { Status: 'Completed' });
      await this.load();
      this.dispatchEvent(new ShowToastEvent({ variant: 'success', message: 'The task is complete.' }));
    } catch (error) {
      const message = faultOf(error).pageErrors.join(' ') || messageOf(error);
      this.dispatchEvent(new ShowToastEvent({ variant: 'error', title: 'The task was not changed', message }));
    }
  }
}

async function rows(query: string): Promise<readonly ActivityRow[]> {
  const { records } = await getJson<{ readonly records: readonly ActivityRow[] }>(
    `${QUERY}${encodeURIComponent(query)}`,
  );
  return records;
}

function shown(entry: Entry): object {
  return {
    ...entry,
    url: `/lightning/r/${entry.kind}/${entry.id}/view`,
    iconName: entry.kind === 'Task' ? 'standard:task' : 'standard:event',
    completeLabel: `Mark ${entry.subject} complete`,
    dateClass: entry.isOverdue ? 'slds-text-color_error' : 'slds-text-color_weak',
  };
}
