import { readDuration } from 'c/duration';

describe('c-duration', () => {
  test.each([
    ['1.5', 5400],
    ['1,5', 5400],
    ['.25', 900],
    ['8', 28_800],
    ['1:30', 5400],
    [':45', 2700],
    ['0:00:30', 30],
    ['1h30', 5400],
    ['1h30m', 5400],
    ['1 h 30 min', 5400],
    ['1 Std. 30 Minuten', 5400],
    ['2 heures', 7200],
    ['1.5h', 5400],
    ['90m', 5400],
    ['90 min', 5400],
    [' 1\u00a0:30 '.replace('\u00a0', ''), 5400],
    ['24', 86_400],
    ['١٫٥', 5400],
    ['۱:۳۰', 5400],
  ])('reads %s', (text, seconds) => {
    expect(readDuration(text)).toEqual({ duration: { seconds }, problem: null });
  });

  test.each([
    ['9:00-10:30', 540, 630],
    ['9-17', 540, 1020],
    ['9:00 – 10:30', 540, 630],
    ['9h15-10h', 555, 600],
    ['9:30am-1pm', 570, 780],
    ['9-11 am', 540, 660],
    ['11-1pm', 660, 780],
    ['12:15pm-1pm', 735, 780],
    ['22:00-24:00', 1320, 1440],
  ])('reads the span %s with its start and end', (text, startMinute, endMinute) => {
    expect(readDuration(text).duration).toEqual({ seconds: (endMinute - startMinute) * 60, startMinute, endMinute });
  });

  test.each([
    ['1:75', { kind: 'minutes', hours: 1.75 }],
    ['1h90', { kind: 'minutes', hours: 1.9 }],
    ['90', { kind: 'tooLong', hours: 90, minutes: 90 }],
    ['25h', { kind: 'tooLong', hours: 25, minutes: null }],
    ['0', { kind: 'nothing' }],
    ['0.0001', { kind: 'nothing' }],
    ['10:30-9:00', { kind: 'backwards' }],
    ['9:00-9:00', { kind: 'backwards' }],
    ['25:00-26:00', { kind: 'unknown' }],
    ['13pm-2pm', { kind: 'unknown' }],
    ['-1', { kind: 'unknown' }],
    ['1.5.2', { kind: 'unknown' }],
    ['1:5', { kind: 'unknown' }],
    ['soon', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('refuses %s and says why', (text, problem) => {
    expect(readDuration(text)).toEqual({ duration: null, problem });
  });
});
