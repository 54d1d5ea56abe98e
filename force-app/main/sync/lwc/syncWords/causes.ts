import clientAmbiguous from '@salesforce/label/c.Cause_Client_Ambiguous';
import clientUnmatched from '@salesforce/label/c.Cause_Client_Unmatched';
import conflict from '@salesforce/label/c.Cause_Conflict';
import deal from '@salesforce/label/c.Cause_Deal';
import other from '@salesforce/label/c.Cause_Other';
import personAmbiguous from '@salesforce/label/c.Cause_Person_Ambiguous';
import personNoUser from '@salesforce/label/c.Cause_Person_No_User';
import reference from '@salesforce/label/c.Cause_Reference';
import refused from '@salesforce/label/c.Cause_Refused';
import service from '@salesforce/label/c.Cause_Service';
import settledHere from '@salesforce/label/c.Cause_Settled_Here';
import unreadable from '@salesforce/label/c.Cause_Unreadable';

// By the id of the message in the catalogue, which is finer than the kind of the issue.
const BY_MESSAGE: Readonly<Record<string, string>> = {
  'SYNC-010': refused,
  'SYNC-011': reference,
  'SYNC-012': clientAmbiguous,
  'SYNC-013': clientUnmatched,
  'SYNC-014': personAmbiguous,
  'SYNC-015': personNoUser,
  'SYNC-016': settledHere,
  'SYNC-018': conflict,
  'SYNC-019': deal,
};
const BY_KIND: Readonly<Record<string, string>> = { Service: service, Unreadable: unreadable, Conflict: conflict };

/** What a cause is called, as short as a heading. */
export function causeText(kind: string, messageId: string): string {
  return BY_MESSAGE[messageId] ?? BY_KIND[kind] ?? other;
}
