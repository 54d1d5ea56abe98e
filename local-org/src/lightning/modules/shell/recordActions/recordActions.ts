/** What a record offers to do, and how each is started. */
import LightningConfirm from 'lightning/confirm';
import { getJson, messageOf } from 'shell/fetch';
import { formFactor } from 'shell/pageModel';
import { objectPage, recordPage, router } from 'shell/router';
import { deleteRecord, faultOf, objectInfo, UI_API, type Action } from 'shell/uiApi';

export interface ActionTarget {
  readonly recordId: string;
  readonly objectName: string;
  readonly recordName: string;
}
export interface Outcome {
  readonly variant: 'success' | 'error';
  readonly title?: string;
  readonly message: string;
}

interface ActionsAnswer {
  readonly actions: Readonly<Record<string, { readonly actions: readonly Action[] }>>;
}

/** The platform's own buttons that pages here can carry out. */
const STANDARD = new Set(['Edit', 'Delete', 'Clone']);

export async function actionsOf(recordId: string): Promise<readonly Action[]> {
  const query = new URLSearchParams({ formFactor: formFactor() });
  const { actions } = await getJson<ActionsAnswer>(`${UI_API}/actions/record/${recordId}?${query.toString()}`);
  return (Object.values(actions)[0]?.actions ?? []).filter(
    ({ type, apiName }) => type === 'QuickAction' || (type === 'StandardButton' && STANDARD.has(apiName)),
  );
}

/** Null where there is nothing to tell: the action opened a page. */
export async function startAction(action: Action, target: ActionTarget): Promise<Outcome | null> {
  const { recordId, objectName } = target;
  if (action.type === 'QuickAction') {
    router.navigate({
      type: 'standard__quickAction',
      attributes: { apiName: action.apiName },
      state: { recordId, objectApiName: objectName },
    });
    return null;
  }
  if (action.apiName === 'Delete') {
    return confirmDelete(target);
  }
  router.navigate(recordPage(recordId, objectName, action.apiName.toLowerCase()));
  return null;
}

/** Asks, deletes, and leaves the page of what is gone. */
export async function confirmDelete({ recordId, objectName, recordName }: ActionTarget): Promise<Outcome | null> {
  const { label } = await objectInfo(objectName);
  // The types that come with it promise no result.
  const isSure: unknown = await LightningConfirm.open({
    label: `Delete ${label}`,
    message: `Are you sure you want to delete "${recordName}"?`,
    theme: 'default',
  });
  if (!isSure) {
    return null;
  }
  try {
    await deleteRecord(recordId);
  } catch (error) {
    return {
      variant: 'error',
      title: `"${recordName}" was not deleted`,
      message: faultOf(error).pageErrors.join(' ') || messageOf(error),
    };
  }
  const { page } = router.location;
  if (page.type === 'standard__recordPage' && page.attributes['recordId'] === recordId) {
    router.navigate(objectPage(objectName, 'list'), { replace: true });
  }
  return { variant: 'success', message: `${label} "${recordName}" was deleted.` };
}
