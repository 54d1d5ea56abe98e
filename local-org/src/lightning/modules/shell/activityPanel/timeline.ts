/** Tasks and events in the order people look at them: what is open by date, then what is over, the latest first. */
export interface ActivityRow {
  readonly Id: string;
  readonly Subject: string | null;
  readonly ActivityDate?: string | null;
  readonly IsClosed?: boolean;
  readonly Status?: string | null;
  readonly StartDateTime?: string | null;
  readonly EndDateTime?: string | null;
}
export interface Entry {
  readonly id: string;
  readonly kind: 'Task' | 'Event';
  readonly subject: string;
  readonly day: string | null;
  readonly moment: string | null;
  readonly isOverdue: boolean;
  readonly isOpenTask: boolean;
}
export interface Timeline {
  readonly upcoming: readonly Entry[];
  readonly past: readonly Entry[];
}

export function timelineOf(tasks: readonly ActivityRow[], events: readonly ActivityRow[], now: Date): Timeline {
  const today = now.toISOString().slice(0, 10);
  const entries = [
    ...tasks.map((row): Entry & { readonly isPast: boolean } => {
      const day = row.ActivityDate ?? null;
      const isOpen = row.IsClosed !== true;
      return {
        id: row.Id,
        kind: 'Task',
        subject: row.Subject ?? '',
        day,
        moment: null,
        isOverdue: isOpen && day !== null && day < today,
        isOpenTask: isOpen,
        isPast: !isOpen,
      };
    }),
    ...events.map((row): Entry & { readonly isPast: boolean } => ({
      id: row.Id,
      kind: 'Event',
      subject: row.Subject ?? '',
      day: null,
      moment: row.StartDateTime ?? null,
      isOverdue: false,
      isOpenTask: false,
      isPast: Date.parse(row.EndDateTime ?? row.StartDateTime ?? '') < now.getTime(),
    })),
  ];
  // What has no date comes last.
  const byTime = [...entries].sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  const without = ({ isPast: _isPast, ...entry }: Entry & { readonly isPast: boolean }): Entry => entry;
  return {
    upcoming: byTime.filter(({ isPast }) => !isPast).map(without),
    past: byTime
      .filter(({ isPast }) => isPast)
      .reverse()
      .map(without),
  };
}

const timeOf = ({ day, moment }: Entry): string => moment ?? day ?? '9999';
