import causeOn from '@salesforce/label/c.Issues_Cause_On';
import dismissAll from '@salesforce/label/c.Issues_Dismiss_All';
import more from '@salesforce/label/c.Issues_More';
import open from '@salesforce/label/c.Issues_Open';
import retryAll from '@salesforce/label/c.Issues_Retry_All';
import actionOn from '@salesforce/label/c.Run_Action_On';

/** The words of a cause. */
export const labels = { actionOn, causeOn, dismissAll, more, open, retryAll };
