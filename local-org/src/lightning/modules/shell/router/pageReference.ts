/** Where a page is: its type, what it is about, and the rest of its address. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

/** Of an attribute that should be text; null for everything else. */
export function attribute(reference: PageReference, name: string): string | null {
  const value = reference.attributes[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export const recordPage = (recordId: string, objectApiName?: string, actionName = 'view'): PageReference => ({
  type: 'standard__recordPage',
  attributes: { recordId, actionName, ...(objectApiName === undefined ? {} : { objectApiName }) },
  state: {},
});

export const objectPage = (
  objectApiName: string,
  actionName: string,
  state: PageReference['state'] = {},
): PageReference => ({
  type: 'standard__objectPage',
  attributes: { objectApiName, actionName },
  state,
});
