import { expect, test } from 'vitest';
import { allPass, orgOf, outcomes, testClass } from '../support/apex.ts';

/** What `java.util.TimeZone.getTimeZone`, which answers here, gives as the id of each name. */
const IDS: Readonly<Record<string, string>> = {
  'Europe/Berlin': 'Europe/Berlin',
  'europe/berlin': 'GMT',
  'Mars/Olympus': 'GMT',
  Nowhere: 'GMT',
  GMT: 'GMT',
  UTC: 'UTC',
  'US/Pacific': 'US/Pacific',
  'us/pacific': 'GMT',
  'Etc/GMT+1': 'Etc/GMT+1',
  'GMT+5': 'GMT+05:00',
  'GMT-5:30': 'GMT-05:30',
  'GMT+0530': 'GMT+05:30',
  'GMT+25': 'GMT',
  'UTC+5': 'GMT',
};

test('a zone nobody knows is GMT, and names have a case', async () => {
  const methods = {
    ids: Object.entries(IDS)
      .map(([name, id]) => `System.assertEquals('${id}', TimeZone.getTimeZone('${name}').getID(), '${name}');`)
      .join('\n'),
    offsets: `
      Datetime winter = Datetime.newInstanceGmt(2026, 1, 1);
      System.assertEquals(0, TimeZone.getTimeZone('Nowhere').getOffset(winter));
      System.assertEquals(19800000, TimeZone.getTimeZone('GMT+5:30').getOffset(winter));`,
  };
  const org = await orgOf({ 'classes/ZoneTest.cls': testClass('ZoneTest', methods) });
  expect(outcomes(org.runTests())).toEqual(allPass(methods));
});
