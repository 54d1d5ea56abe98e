import { expect, test } from 'vitest';
import { orgOf } from '../support/apex.ts';

const HELPERS = {
  'classes/Job.cls': 'public class Job implements Queueable { public void execute(QueueableContext context) {} }',
  'classes/Futures.cls': 'public class Futures { @future public static void run() {} }',
};

// Apex Developer Guide, "Execution Governors and Limits": one past each synchronous limit, and the platform's words.
test.each([
  [
    'queries',
    'for (Integer i = 0; i < 101; i++) { List<Account> rows = [SELECT Id FROM Account]; }',
    'Too many SOQL queries: 101',
  ],
  [
    'DML statements',
    "for (Integer i = 0; i < 151; i++) { insert new Account(Name = 'a'); }",
    'Too many DML statements: 151',
  ],
  [
    'DML rows',
    "List<Account> rows = new List<Account>(); for (Integer i = 0; i < 10001; i++) { rows.add(new Account(Name = 'a')); } insert rows;",
    'Too many DML rows: 10001',
  ],
  ['future calls', 'for (Integer i = 0; i < 51; i++) { Futures.run(); }', 'Too many future calls: 51'],
  [
    'queueable jobs',
    'for (Integer i = 0; i < 51; i++) { System.enqueueJob(new Job()); }',
    'Too many queueable jobs added to the queue: 51',
  ],
])('%s past the limit end the transaction, uncatchably', async (_name, body, message) => {
  const org = await orgOf(HELPERS);
  const result = org.execute(`try { ${body} } catch (Exception error) { System.debug('caught'); }`);
  expect(result.message).toBe(`System.LimitException: ${message}`);
  expect(result.log).toEqual([]);
  expect(org.query('SELECT Id FROM Account').rows).toHaveLength(0);
});

test('an endless loop ends in the CPU limit and the org lives on', async () => {
  const org = await orgOf(HELPERS);
  expect(org.execute('while (true) { Integer i = 1; }').message).toBe(
    'System.LimitException: Apex CPU time limit exceeded',
  );
  expect(org.execute("insert new Account(Name = 'alive');").isSuccess).toBe(true);
}, 60_000);
