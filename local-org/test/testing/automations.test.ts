import { expect, test } from 'vitest';
import { orgOf, outcomes, testClass } from '../support/apex.ts';

const FLOW = `<?xml version="1.0" encoding="UTF-8"?><Flow xmlns="http://soap.sforce.com/2006/04/metadata">
<processType>AutoLaunchedFlow</processType><status>Active</status>
<start><object>Account</object><triggerType>RecordAfterSave</triggerType><recordTriggerType>Create</recordTriggerType></start>
</Flow>`;

test('a save that would start a flow is refused with its name, and saves it does not start go on', async () => {
  const org = await orgOf({
    'flows/Welcome.flow-meta.xml': FLOW,
    'classes/FlowTest.cls': testClass('FlowTest', {
      starts: "try { insert new Account(Name = 'A'); } catch (Exception e) { System.assert(false, 'not catchable'); }",
      doesNotStart: "insert new Contact(LastName = 'B');",
    }),
  });
  const found = outcomes(org.runTests());
  expect(found['doesNotStart']).toBe('pass');
  expect(found['starts']).toContain('UNSUPPORTED: flow Welcome, which this insert of Account starts');
});
