import attempt from '@salesforce/label/c.Issues_Attempt';
import attempts from '@salesforce/label/c.Issues_Attempts';
import choose from '@salesforce/label/c.Issues_Choose';
import dismiss from '@salesforce/label/c.Issues_Dismiss';
import openRecord from '@salesforce/label/c.Issues_Open_Record';
import retry from '@salesforce/label/c.Issues_Retry';
import since from '@salesforce/label/c.Issues_Since';
import which from '@salesforce/label/c.Issues_Which';
import words from '@salesforce/label/c.Issues_Words';
import actionOn from '@salesforce/label/c.Run_Action_On';

/** The words of an issue. */
export const labels = { actionOn, attempt, attempts, choose, dismiss, openRecord, retry, since, which, words };
