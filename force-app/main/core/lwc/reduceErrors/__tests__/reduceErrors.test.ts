import { reduceErrors } from 'c/reduceErrors';

describe('c-reduce-errors', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['an Apex exception', { body: { message: 'No access. [TIME-001]' } }, ['No access. [TIME-001]']],
    ['several UI API errors', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
    ['an error of JavaScript', new TypeError('Not a function'), ['Not a function']],
    ['a plain text', 'Offline', ['Offline']],
    ['the same text twice', [{ message: 'Same' }, { message: 'Same' }], ['Same']],
    [
      'page and field errors of DML',
      { body: { message: 'First', pageErrors: [{ message: 'Page' }], fieldErrors: { Name: [{ message: 'Field' }] } } },
      ['Page', 'Field'],
    ],
    ['an error without any text', { body: { status: 500 } }, []],
    ['nothing', undefined, []],
  ])('reads %s', (_name, error, texts) => {
    expect(reduceErrors(error)).toEqual(texts);
  });
});
