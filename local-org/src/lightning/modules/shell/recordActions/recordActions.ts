/** What a record offers to do, and how each is started. */
import { ShowToastEvent, type ToastConfig } from 'lightning/platformShowToastEvent';
import DeleteDialog from 'shell/deleteDialog';
import { getJson, messageOf, request } from 'shell/fetch';
import { formFactor } from 'shell/pageModel';
import { objectPage, recordPage, router } from 'shell/router';
import {
  deleteRecord,
  faultOf,
  identify,
  objectInfo,
  RECORD_CHANGED,
  UI_API,
  type Action,
  type RecordChange,
} from 'shell/uiApi';

export interface ActionTarget {
  readonly recordId: string;
  readonly objectName: string;
  readonly recordName: string;
}
export type Outcome = ToastConfig;

interface ActionsAnswer {
  readonly actions: Readonly<Record<string, { readonly actions: readonly Action[] }>>;
}

/** The platform's own buttons that pages here can carry out. */
const STANDARD = new Set(['Edit', 'Delete', 'Clone']);

/** Those of the layout, or those that a page names in their place. */
export async function actionsOf(recordId: string, names: readonly string[] = []): Promise<readonly Action[]> {
  const query = new URLSearchParams({ formFactor: formFactor() });
  if (names.length > 0) {
    query.set('apiNames', names.join(','));
  }
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
  const isSure: unknown = await DeleteDialog.open({ label: `Delete ${label}`, size: 'small', objectLabel: label });
  if (isSure !== true) {
    return null;
  }
  try {
    await deleteRecord(recordId);
  } catch (error) {
    return {
      variant: 'error',
      title: `${label} "${recordName}" was not deleted`,
      message: faultOf(error).pageErrors.join(' ') || messageOf(error),
    };
  }
  const { page } = router.location;
  if (page.type === 'standard__recordPage' && page.attributes['recordId'] === recordId) {
    router.navigate(objectPage(objectName, 'list'), { replace: true });
  }
  const undo = { label: 'Undo', url: `${UNDO}${recordId}` };
  return { variant: 'success', message: `${label} "${recordName}" was deleted. {0}`, messageData: [undo] };
}

/** The link of the toast leads nowhere: it takes the record out of the recycle bin. */
const UNDO = '#undo-';
window.addEventListener('click', (event) => {
  const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  const [, recordId] = link?.getAttribute('href')?.split(UNDO) ?? [];
  if (recordId !== undefined) {
    event.preventDefault();
    void restore(recordId);
  }
});

async function restore(recordId: string): Promise<void> {
  document.body.dispatchEvent(new ShowToastEvent(await undelete(recordId)));
}
async function undelete(recordId: string): Promise<ToastConfig> {
  try {
    await request('POST', '/_/org/undelete', { recordId });
    const { objectName, name } = await identify(recordId);
    const { label } = await objectInfo(objectName);
    window.dispatchEvent(new CustomEvent<RecordChange>(RECORD_CHANGED, { detail: { ids: [recordId] } }));
    return { variant: 'success', message: `${label} "${name}" was restored.` };
  } catch (error) {
    return { variant: 'error', title: 'The record was not restored', message: messageOf(error) };
  }
}
