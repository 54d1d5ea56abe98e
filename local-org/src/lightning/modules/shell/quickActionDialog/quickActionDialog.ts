/** The address of a quick action: opens its window over the page, or runs what has none. */
import { api, LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import ActionModal, { type ActionModel } from 'shell/actionModal';
import { loadComponent, publicValues, type ComponentClass } from 'shell/component';
import { getJson, messageOf } from 'shell/fetch';
import { formFactor } from 'shell/pageModel';
import { attribute, router, type PageReference } from 'shell/router';

interface Headless extends HTMLElement {
  invoke(): unknown;
}
interface ActionRequest {
  readonly recordId: string | null;
  readonly objectName: string;
}

export default class QuickActionDialog extends LightningElement {
  @api get pageReference(): PageReference | null {
    return this._reference;
  }
  set pageReference(value: PageReference | null) {
    this._reference = value;
    if (value !== null) {
      void this.start(value);
    }
  }
  _reference: PageReference | null = null;
  headless: ComponentClass | null = null;
  values: Readonly<Record<string, unknown>> = {};
  #isInvoked = false;

  override renderedCallback(): void {
    const element = this.template?.querySelector<Headless>('[data-headless]') ?? null;
    if (element !== null && !this.#isInvoked) {
      this.#isInvoked = true;
      void this.invoke(element);
    }
  }

  async start(reference: PageReference): Promise<void> {
    const { state = {} } = reference;
    const request = { recordId: state['recordId'] ?? null, objectName: state['objectApiName'] ?? '' };
    const query = new URLSearchParams({
      name: attribute(reference, 'apiName') ?? '',
      ...(request.recordId === null ? {} : { recordId: request.recordId }),
    });
    try {
      await this.run(await getJson<ActionModel>(`/_/org/quickAction?${query.toString()}`), request);
    } catch (error) {
      this.tell('error', messageOf(error));
      router.closeOverlay();
    }
  }

  async run(action: ActionModel, { recordId, objectName }: ActionRequest): Promise<void> {
    const component = action.component === null ? null : await loadComponent(action.component);
    if (component === null && action.layout === null) {
      throw new Error(`Quick actions of the type ${action.type} are not supported by the local org.`);
    }
    if (component !== null && action.subtype === 'Action') {
      this.values = publicValues(component, { recordId: recordId ?? undefined, objectApiName: objectName });
      this.headless = component;
      return;
    }
    const options = {
      label: action.label,
      size: formFactor() === 'Small' ? 'full' : 'small',
      action,
      recordId,
      objectName,
      component,
    };
    const message: unknown = await ActionModal.open(options);
    if (typeof message === 'string') {
      this.tell('success', message);
    }
    router.closeOverlay();
  }

  /** Shows nothing: the component does its work and may open what it wants. */
  async invoke(element: Headless): Promise<void> {
    const { overlay } = router.location;
    try {
      await element.invoke();
    } catch (error) {
      this.tell('error', messageOf(error));
    } finally {
      if (router.location.overlay === overlay) {
        router.closeOverlay();
      }
    }
  }

  tell(variant: 'success' | 'error', message: string): void {
    this.dispatchEvent(new ShowToastEvent({ variant, message }));
  }
}
