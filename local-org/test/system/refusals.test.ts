/** What the platform has and the local org does not is refused by name, where the code is compiled. */
import { expect, test } from 'vitest';
import { orgOf, testClass } from '../support/apex.ts';

test.each([
  ['a class that shares its name with an object', 'BusinessHours.isWithin(null, null);', 'BusinessHours.isWithin'],
  ['a method of a class that is simulated', 'Database.insertImmediate(new Account());', 'Database.insertImmediate'],
  ['a class', 'Continuation later = new Continuation(40);', 'Continuation'],
])('%s', async (_what, statement, name) => {
  const org = await orgOf({ 'classes/RefusedTest.cls': testClass('RefusedTest', { refused: statement }) });
  const [result] = org.runTests();

  expect(result?.message).toMatch(/^UNSUPPORTED: /);
  expect(org.compileErrors.map((error) => error.message).join()).toContain(name);
});
