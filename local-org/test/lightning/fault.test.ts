import { describe, expect, test } from 'vitest';
import { corrected } from '../../src/lightning/compile/corrections.ts';
import { faultOf, messageOf, statusOf } from '../../src/lightning/modules/shell/fault/fault.ts';

const line = (message: string): { readonly message: string } => ({ message });
const refused = (errors: readonly string[], fieldErrors: Readonly<Record<string, readonly string[]>>): unknown => ({
  status: 400,
  body: {
    message: 'An error occurred.',
    output: {
      errors: errors.map(line),
      fieldErrors: Object.fromEntries(Object.entries(fieldErrors).map(([name, texts]) => [name, texts.map(line)])),
    },
  },
});

describe('what the org said', () => {
  test.each<readonly [string, unknown, readonly string[], Readonly<Record<string, readonly string[]>>, string]>([
    ['a list of errors', { status: 404, body: [line('Not here')] }, ['Not here'], {}, 'Not here'],
    ['an error of Apex', { status: 500, body: line('Too few seats') }, ['Too few seats'], {}, 'Too few seats'],
    ['errors of the page', refused(['One', 'Two'], {}), ['One', 'Two'], {}, 'One Two'],
    ['errors of fields alone', refused([], { Name: ['Too long'] }), [], { Name: ['Too long'] }, 'Too long'],
    ['errors of both', refused(['Page'], { Name: ['Field'] }), ['Page'], { Name: ['Field'] }, 'Page Field'],
    ['a record refused without a cause', refused([], {}), ['An error occurred.'], {}, 'An error occurred.'],
    ['an error of the browser', new Error('Failed to fetch'), ['Failed to fetch'], {}, 'Failed to fetch'],
    ['nothing', null, ['Something went wrong. Try again.'], {}, 'Something went wrong. Try again.'],
  ])('%s', (_case, error, pageErrors, fieldErrors, message) => {
    expect(faultOf(error)).toMatchObject({ pageErrors, fieldErrors });
    expect(messageOf(error)).toBe(message);
  });

  test('keeps the status of the answer, and has none without one', () => {
    expect(statusOf({ status: 403, body: [] })).toBe(403);
    expect(statusOf(new Error('Offline'))).toBeNull();
  });

  test('names the first cause, and falls back to what the caller says', () => {
    expect(faultOf(refused(['Page'], { Name: ['Field'] })).detail).toBe('Page');
    expect(faultOf(undefined, 'It was not saved.').message).toBe('It was not saved.');
  });
});

describe('corrections of base components', () => {
  test('change the file they are for, and no other', () => {
    const source = 'class A { okText = labelOK; }';
    expect(corrected('/src/lightning/interactiveDialogBase/interactiveDialogBase.js', source)).toContain(
      'role = null;',
    );
    expect(corrected('/src/lightning/button/button.js', source)).toBe(source);
  });

  test('say when they find nothing to correct', () => {
    expect(() => corrected('/interactiveDialogBase/interactiveDialogBase.js', 'class B {}')).toThrow(
      'finds nothing to correct',
    );
  });
});
