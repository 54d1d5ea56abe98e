/** Contact, Lead, Individual and User: a full name of its parts; a user's nickname and type. */
import { dmlError } from '../errors.ts';
import type { DmlCall, RowWork } from '../work.ts';
import type { StandardBehavior } from './behavior.ts';
import { textOf } from './readers.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;
const NICKNAME_LENGTH = 40;

function deriveName(_call: DmlCall, work: RowWork): void {
  const parts = [textOf(work.values['FirstName']), textOf(work.values['LastName'])].filter((part) => part !== null);
  work.values['Name'] = parts.length === 0 ? null : parts.join(' ');
}

export const PERSON: StandardBehavior = { derive: deriveName };

export const USER: StandardBehavior = {
  derive(call, work) {
    deriveName(call, work);
    const username = textOf(work.values['Username']);
    if (work.isInsert) {
      work.values['UserType'] ??= 'Standard';
      if (!work.given.has('IsActive')) {
        work.values['IsActive'] = true;
      }
      work.values['CommunityNickname'] ??= username === null ? null : freeNickname(call, username);
    }
  },
  beforeSave(call, work) {
    const username = textOf(work.values['Username']);
    if (username === null) {
      return;
    }
    if (!EMAIL.test(username)) {
      work.errors.push(dmlError('usernameFormat', [username], ['Username']));
    } else if (call.store.findBy('User', 'Username', username).some((one) => one.Id !== work.id)) {
      work.errors.push(dmlError('duplicateUsername', [], ['Username']));
    }
  },
};

function freeNickname(call: DmlCall, username: string): string {
  const stem = (username.split('@')[0] ?? username).slice(0, NICKNAME_LENGTH);
  for (let number = 0; ; number += 1) {
    const nickname = number === 0 ? stem : `${stem.slice(0, NICKNAME_LENGTH - String(number).length)}${number}`;
    if (call.store.findBy('User', 'CommunityNickname', nickname).length === 0) {
      return nickname;
    }
  }
}
