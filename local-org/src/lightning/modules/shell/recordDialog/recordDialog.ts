/** The address of a form: opens its window over the page, and goes on to where saving leads. */
import { api, LightningElement } from 'lwc';
import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { formFactor, readPage } from 'shell/pageModel';
import RecordModal, { type FormKind, type FormRequest, type Saved } from 'shell/recordModal';
import { attribute, recordPage, router, type PageReference } from 'shell/router';

export default class RecordDialog extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    if (value !== null) {
      void this.open(value);
    }
  }
  _reference: PageReference | null = null;

  async open(reference: PageReference): Promise<void> {
    const request = await requestOf(reference);
    const saved = (await RecordModal.open({
      size: formFactor() === 'Small' ? 'full' : 'medium',
      request,
    })) as Saved | null | undefined | void;
    if (saved === null || saved === undefined) {
      router.closeOverlay();
      return;
    }
    const verb = request.kind === 'edit' ? 'saved' : 'created';
    this.dispatchEvent(
      new ShowToastEvent({ variant: 'success', message: `${saved.objectLabel} "${saved.name}" was ${verb}.` }),
    );
    if (saved.isAgain) {
      void this.open(reference);
    } else if (request.kind === 'edit' || reference.state?.['navigationLocation'] === 'RELATED_LIST') {
      router.closeOverlay();
    } else {
      router.navigate(recordPage(saved.id, request.objectName), { replace: true });
    }
  }
}

async function requestOf(reference: PageReference): Promise<FormRequest> {
  const recordId = attribute(reference, 'recordId');
  const { state = {} } = reference;
  const named = attribute(reference, 'objectApiName');
  const objectName = named ?? (await readPage('record', { recordId: recordId ?? '' })).objectName ?? '';
  return {
    kind: (attribute(reference, 'actionName') ?? 'new') as FormKind,
    objectName,
    recordId,
    recordTypeId: state['recordTypeId'] ?? null,
    defaults: decodeDefaultFieldValues(state['defaultFieldValues'] ?? ''),
  };
}
