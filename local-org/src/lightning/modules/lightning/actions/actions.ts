/** What a quick action tells the page it opened over. Source: LWC Developer Guide, "Screen Quick Actions". */
export const CloseScreenEventName = 'lightning__actionsclosescreen';

/** Closes the action's window. */
export class CloseActionScreenEvent extends CustomEvent<null> {
  constructor() {
    super(CloseScreenEventName, { bubbles: true, composed: true });
  }
}
