/** Time and TimeZone. */
import { clock, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide, Time';

const table: ParityTable = {
  rows: [
    ['Time.addHours', [clock(1, 2, 3, 4), 4], clock(5, 2, 3, 4), AR],
    ['Time.addHours', [clock(23), 2], clock(1), AR],
    ['Time.addMinutes', [clock(18, 30, 2, 20), 5], clock(18, 35, 2, 20), AR],
    ['Time.addMilliseconds', [clock(1, 2, 3, 0), 400], clock(1, 2, 3, 400), AR],
    ['Time.addSeconds', [clock(1, 2, 55, 0), 5], clock(1, 3), AR],
    ['Time.addSeconds', [clock(0), -1], clock(23, 59, 59), AR],
    ['Time.hour', [clock(18, 30, 2, 20)], 18, AR],
    ['Time.minute', [clock(18, 30, 2, 20)], 30, AR],
    ['Time.second', [clock(18, 30, 2, 20)], 2, AR],
    ['Time.millisecond', [clock(18, 30, 2, 20)], 20, AR],
    ['Time.newInstance', [18, 30, 2, 20], clock(18, 30, 2, 20), AR],
  ],
};
export default table;
