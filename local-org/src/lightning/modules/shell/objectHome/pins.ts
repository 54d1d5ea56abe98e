/** The list an object opens with, where the person pinned one: kept in the browser. */
const KEY = 'local-org-pinned-lists';

function pins(): Record<string, string> {
  return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
}

export const pinnedList = (objectApiName: string): string | null => pins()[objectApiName] ?? null;

export function pinList(objectApiName: string, list: string): void {
  localStorage.setItem(KEY, JSON.stringify({ ...pins(), [objectApiName]: list }));
}
