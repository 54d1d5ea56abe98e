import { causeText, entityText, kindText, lengthText, stateText } from 'c/syncWords';

describe('c-sync-words', () => {
  test.each([
    [0, '0 sec'],
    [45, '45 sec'],
    [60, '1 min'],
    [125, '2 min'],
    [3599, '60 min'],
    [3600, '1 hr'],
    [7500, '2 hr 5 min'],
  ])('%d seconds are %s', (seconds, expected) => {
    expect(lengthText(seconds)).toBe(expected);
  });

  test.each([
    ['Unmatched', 'SYNC-013', 'c.Cause_Client_Unmatched'],
    ['Failed Row', 'SYNC-010', 'c.Cause_Refused'],
    ['Service', 'CONN-010', 'c.Cause_Service'],
    ['Unreadable', 'CONN-025', 'c.Cause_Unreadable'],
    ['Drop Guard', '', 'c.Cause_Other'],
  ])('the cause %s %s is %s', (kind, messageId, expected) => {
    expect(causeText(kind, messageId)).toBe(expected);
  });

  test('what has no word of ours is shown as it is', () => {
    expect([entityText('invoices'), kindText('Merge'), stateText('Asleep')]).toEqual(['invoices', 'Merge', 'Asleep']);
    expect([entityText('clients'), kindText('Pull'), stateText('Paused')]).toEqual([
      'c.Entity_Clients',
      'c.Run_Kind_Pull',
      'c.Run_State_Paused',
    ]);
  });
});
