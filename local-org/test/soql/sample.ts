/** The rows the tables of query tests are about: five accounts, four contacts, three tasks. */
import { normalizeId } from '../../src/soql/values/ids.ts';
import { ApexDecimal } from '../../src/values/decimal.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../src/values/temporal.ts';
import { Fixture, USER, type FixtureOptions } from './fixture.ts';

export const idOf = (prefix: string, number: number): string =>
  normalizeId(prefix + String(number).padStart(12, '0')) ?? '';
export const account = (number: number): string => idOf('001', number);
export const contact = (number: number): string => idOf('003', number);

const day = (text: string): ApexDate => new ApexDate(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
const at = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));

export function sample(options: FixtureOptions = {}): Fixture {
  const owner = { OwnerId: USER };
  return new Fixture(options)
    .add('Profile', { Id: idOf('00e', 1), Name: 'Standard' })
    .add('User', { Id: USER, Name: 'Ada', Email: 'ada@example.com', ProfileId: idOf('00e', 1) })
    .add('Group', { Id: idOf('00G', 1), Name: 'Support' })
    .add(
      'Account',
      {
        Id: account(1),
        Name: 'Acme',
        Rating: 'Warm',
        NumberOfEmployees: 10,
        AnnualRevenue: ApexDecimal.of('100.50'),
        Active: true,
        Founded: day('2026-11-18'),
        CreatedDate: at('2026-11-18T03:00:00Z'),
        Tags: 'red;green',
        Code: 'A1',
        Opens: new ApexTime(8 * 3_600_000),
        Description: 'long',
        ...owner,
      },
      {
        Id: account(2),
        Name: 'beta',
        Rating: 'Hot',
        NumberOfEmployees: 20,
        AnnualRevenue: ApexDecimal.of('200.25'),
        Founded: day('2025-01-31'),
        CreatedDate: at('2026-11-17T23:30:00Z'),
        Tags: 'green',
        Code: 'B2',
        ParentId: account(1),
        ...owner,
      },
      {
        Id: account(3),
        Name: 'Gamma_x',
        Rating: 'Odd',
        NumberOfEmployees: 20,
        Founded: day('2024-02-29'),
        Active: true,
        ParentId: account(1),
      },
      { Id: account(4), Name: 'Delta 100%', Rating: 'Cold', AnnualRevenue: ApexDecimal.of('7'), ParentId: account(2) },
      { Id: account(5), Name: 'Gone', IsDeleted: true },
    ) // prettier-ignore
    .add(
      'Contact',
      { Id: contact(1), LastName: 'Zed', AccountId: account(1), ...owner },
      { Id: contact(2), LastName: 'Young', AccountId: account(1) },
      { Id: contact(3), LastName: 'Xu', AccountId: account(2) },
      { Id: contact(4), LastName: 'Alone' },
    )
    .add(
      'Task',
      { Id: idOf('00T', 1), Subject: 'Call', WhatId: account(1), OwnerId: USER },
      { Id: idOf('00T', 2), Subject: 'Mail', WhatId: contact(2), OwnerId: idOf('00G', 1) },
      { Id: idOf('00T', 3), Subject: 'Idle' },
    )
    .add('Kind__mdt', { Id: idOf('m00', 1), DeveloperName: 'One', Body__c: 'text' });
}
