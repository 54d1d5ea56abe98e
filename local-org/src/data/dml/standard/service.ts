/** Cases follow their contact; a status closes them. Leads and contracts carry what their status means. */
import { isChanged } from '../work.ts';
import type { StandardBehavior } from './behavior.ts';
import { parentOf, textOf } from './readers.ts';

export const CASE: StandardBehavior = {
  derive(call, work) {
    const contact = parentOf(call, 'Contact', work.values['ContactId']);
    if (contact !== null && work.isInsert && !work.given.has('AccountId')) {
      work.values['AccountId'] = contact['AccountId'] ?? null;
    }
    work.values['ContactEmail'] = contact?.['Email'] ?? null;
    work.values['ContactPhone'] = contact?.['Phone'] ?? null;
    work.values['ContactMobile'] = contact?.['MobilePhone'] ?? null;
    work.values['ContactFax'] = contact?.['Fax'] ?? null;
    const status = textOf(work.values['Status']);
    work.values['IsClosed'] =
      call.object.fields.get('status')?.picklist.find((one) => one.value === status)?.stage?.isClosed ?? false;
  },
  beforeSave(call, work) {
    if (isChanged(work, 'IsClosed')) {
      work.values['ClosedDate'] = work.values['IsClosed'] === true ? call.runtime.now() : null;
    }
  },
};
