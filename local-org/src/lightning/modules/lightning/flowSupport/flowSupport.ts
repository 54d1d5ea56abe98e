/** Events of components on the screens of flows. Source: LWC Developer Guide, "lightning/flowSupport". */
export const FlowAttributeChangeEventName = 'lightning__flowattributechange';
export const FlowNavigationBackEventName = 'lightning__flownavigationback';
export const FlowNavigationNextEventName = 'lightning__flownavigationnext';
export const FlowNavigationPauseEventName = 'lightning__flownavigationpause';
export const FlowNavigationFinishEventName = 'lightning__flownavigationfinish';

const REACHES_THE_FLOW = { bubbles: true, composed: true } as const;

export class FlowAttributeChangeEvent extends CustomEvent<object> {
  constructor(attributeName: string, newValue: unknown) {
    super(FlowAttributeChangeEventName, { ...REACHES_THE_FLOW, detail: { attributeName, newValue } });
  }
}
export class FlowNavigationBackEvent extends CustomEvent<object> {
  constructor() {
    super(FlowNavigationBackEventName, { ...REACHES_THE_FLOW, detail: { navigateDirection: 'back' } });
  }
}
export class FlowNavigationNextEvent extends CustomEvent<object> {
  constructor() {
    super(FlowNavigationNextEventName, { ...REACHES_THE_FLOW, detail: { navigateDirection: 'next' } });
  }
}
export class FlowNavigationPauseEvent extends CustomEvent<object> {
  constructor() {
    super(FlowNavigationPauseEventName, { ...REACHES_THE_FLOW, detail: { navigateDirection: 'pause' } });
  }
}
export class FlowNavigationFinishEvent extends CustomEvent<object> {
  constructor() {
    super(FlowNavigationFinishEventName, { ...REACHES_THE_FLOW, detail: { navigateDirection: 'finish' } });
  }
}
