import LightningConfirm from 'lightning/confirm';
import { LABELS } from 'c/setupLabels';
import { fill } from 'c/timeFormat';
import type { ConnectionView } from 'views/connect';

/** The typings of the platform leave out how a dialog is opened. */
const dialog = LightningConfirm as unknown as {
  open(asked: { readonly label: string; readonly message: string }): Promise<boolean>;
};

/** Whether the admin means it. */
export function agreesToDisconnect({ name }: ConnectionView): Promise<boolean> {
  return dialog.open({ label: LABELS.disconnect, message: fill(LABELS.disconnectAsk, name ?? '') });
}
