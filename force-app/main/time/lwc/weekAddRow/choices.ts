import type { WeekSearch } from 'views/time';

/** Something to choose in the list of what was found. */
export interface Choice {
  readonly kind: 'project' | 'opportunity';
  readonly id: string;
  readonly name: string;
  /** The Opportunity of a project, or what choosing an Opportunity does. */
  readonly hint: string;
  readonly icon: string;
  readonly index: number;
  readonly defaultTaskId: string;
  readonly isBillable: boolean;
}

export interface TaskOption {
  /** Empty for no task. */
  readonly value: string;
  readonly label: string;
  readonly isBillable?: boolean;
}

/** Projects, then the Opportunities that have none yet. */
export function choicesOf(found: WeekSearch | null, newProjectHint: string): readonly Choice[] {
  const projects = (found?.projects ?? []).map((project) => ({
    kind: 'project' as const,
    id: project.id ?? '',
    name: project.name ?? '',
    // Most projects are named as their deal, which then adds nothing.
    hint: project.opportunityName === project.name ? '' : (project.opportunityName ?? ''),
    icon: 'utility:work_order_type',
    defaultTaskId: project.defaultTaskId ?? '',
    isBillable: project.billableByDefault ?? true,
  }));
  const deals = (found?.opportunities ?? []).map((deal) => ({
    kind: 'opportunity' as const,
    id: deal.id ?? '',
    name: deal.name ?? '',
    hint: newProjectHint,
    icon: 'utility:opportunity',
    defaultTaskId: '',
    isBillable: true,
  }));
  return [...projects, ...deals].map((choice, index) => ({ ...choice, index }));
}

/** No task, then those of the project and those of every project. */
export function tasksOf(found: WeekSearch | null, projectId: string, noTask: string): readonly TaskOption[] {
  return [
    { value: '', label: noTask },
    ...(found?.tasks ?? [])
      .filter((task) => !task.projectId || task.projectId === projectId)
      .map((task) => ({ value: task.id ?? '', label: task.name ?? '', isBillable: task.billableByDefault ?? true })),
  ];
}
