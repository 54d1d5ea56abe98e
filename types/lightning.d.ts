declare module 'lightning/navigation' {
  /** Where to go: a page type, its attributes and its state. */
  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }

  const navigate: unique symbol;
  const generateUrl: unique symbol;

  export interface Navigator {
    [navigate](target: PageReference, replace?: boolean): void;
    [generateUrl](target: PageReference): Promise<string>;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript takes no other form as the base of a mixin (TS2545)
  type Constructor<Instance> = new (...args: any[]) => Instance;

  export const NavigationMixin: {
    <Base extends Constructor<object>>(base: Base): Base & Constructor<Navigator>;
    readonly Navigate: typeof navigate;
    readonly GenerateUrl: typeof generateUrl;
  };
}

declare module 'lightning/pageReferenceUtils' {
  /** Field values for the state of a page reference that opens a new record. */
  export function encodeDefaultFieldValues(values: Readonly<Record<string, string | number | boolean>>): string;
}

declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';

  /** Has the handler called when the page is refreshed; the promise says whether the component did refresh. */
  export function registerRefreshHandler(element: LightningElement, handler: () => Promise<boolean>): string;
  export function unregisterRefreshHandler(handlerId: string): void;
  /** Has the page read its records anew. */
  export class RefreshEvent extends CustomEvent<null> {
    constructor();
  }
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { WireResult } from 'wire';

  /** What the running user may do with an object; the platform delivers more than we name. */
  export interface ObjectInfo {
    readonly apiName: string;
    readonly createable: boolean;
  }

  export const getObjectInfo: WireAdapterConstructor<
    { readonly objectApiName: string | { readonly objectApiName: string } },
    WireResult<ObjectInfo>
  >;
}

declare module 'lightning/platformUtilityBarApi' {
  import type { WireAdapterConstructor } from 'lwc';

  /** What a utility's button on the bar shows. */
  export interface UtilityAttributes {
    readonly label?: string;
    readonly icon?: string;
    readonly iconVariant?: 'success' | 'warning' | 'error';
    readonly highlighted?: boolean;
  }

  /** The utility that a component is in; null outside of one. */
  export const EnclosingUtilityId: WireAdapterConstructor<Readonly<Record<string, never>>, string | null>;
  export function updateUtility(utilityId: string, attributes: UtilityAttributes): Promise<boolean>;
}

declare module 'lightning/platformShowToastEvent' {
  export interface Toast {
    readonly title: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
  }

  /** Asks the page to show a short message. */
  export const ShowToastEvent: new (toast: Toast) => CustomEvent;
}

declare module 'lightning/actions' {
  /** Closes the window of a quick action. */
  export class CloseActionScreenEvent extends CustomEvent<null> {
    constructor();
  }
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { WireResult } from 'wire';

  /** A field as `@salesforce/schema` names it. */
  export interface FieldId {
    readonly fieldApiName: string;
    readonly objectApiName: string;
  }
  /** A record of Lightning Data Service; `getFieldValue` reads it. */
  export interface RecordData {
    readonly id: string;
    readonly apiName: string;
  }

  export const getRecord: WireAdapterConstructor<
    {
      readonly recordId: string | undefined;
      readonly fields: readonly FieldId[];
      readonly optionalFields?: readonly FieldId[];
    },
    WireResult<RecordData>
  >;
  export function getFieldValue(record: RecordData, field: FieldId): unknown;
}
