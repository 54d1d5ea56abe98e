import { LightningElement, api } from 'lwc';
import { LABELS } from 'c/setupLabels';
import { fill } from 'c/timeFormat';
import type { ConnectionView, ServiceView } from 'views/connect';

export type ConnectionAction = 'open' | 'disconnect' | 'discard';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly hint: string;
  readonly openLabel: string;
  readonly canDisconnect: boolean;
  readonly isDraft: boolean;
}

const STATES: Readonly<Record<string, string>> = {
  Draft: LABELS.stateDraft,
  Connected: LABELS.stateConnected,
  Suspended: LABELS.stateSuspended,
  Disconnected: LABELS.stateDisconnected,
};
const OPEN: Readonly<Record<string, string>> = {
  Draft: LABELS.continue,
  Connected: LABELS.open,
};

/** Connections made before, drafts among them. */
export default class SetupConnections extends LightningElement {
  @api connections: readonly ConnectionView[] = [];
  @api services: readonly ServiceView[] = [];
  @api isBusy = false;

  readonly labels = LABELS;

  get rows(): readonly Row[] {
    return this.connections.map((connection) => this.rowOf(connection));
  }

  rowOf({ id, name, provider, state, identity, isOfOtherOrg }: ConnectionView): Row {
    const label = this.services.find((service) => service.name === provider)?.label ?? provider ?? '';
    const signedIn = identity ? fill(LABELS.signedIn, identity) : '';
    const openLabel = OPEN[state ?? ''] ?? LABELS.reconnect;
    return {
      id: id ?? '',
      name: name ?? '',
      detail: [label, STATES[state ?? ''] ?? state, signedIn].filter(Boolean).join(' · '),
      hint: isOfOtherOrg ? LABELS.ofOtherOrg : '',
      openLabel,
      canDisconnect: state === 'Connected' || state === 'Suspended',
      isDraft: state === 'Draft',
    };
  }

  handleAction(event: Event): void {
    const { id, action } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('act', { detail: { id, action } }));
  }

  handleNew(): void {
    this.dispatchEvent(new CustomEvent('another'));
  }
}
