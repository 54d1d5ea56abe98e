/** Math. */
import { dbl, dec, refusal, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide, Math';

const table: ParityTable = {
  rows: [
    ['Math.abs', [dec('-1.5')], dec('1.5'), AR],
    ['Math.abs', [-3], 3, AR],
    ['Math.abs', [-2147483648], -2147483648, 'Java Math.abs'],
    ['Math.abs', [-5n], 5n, AR],
    ['Math.ceil', [dec('1.2')], dec('2'), AR],
    ['Math.ceil', [dbl(-1.2)], dbl(-1), AR],
    ['Math.floor', [dec('-1.2')], dec('-2'), AR],
    ['Math.max', [12, 6], 12, AR],
    ['Math.max', [dec('1.0'), dec('2.50')], dec('2.50'), AR],
    ['Math.min', [5n, 4n], 4n, AR],
    ['Math.max', [5n, 4n], 5n, AR],
    ['Math.mod', [12, 2], 0, AR],
    ['Math.mod', [-7, 3], -1, 'Java %'],
    ['Math.mod', [8n, 3n], 2n, AR],
    ['Math.mod', [1, 0], refusal('System.MathException', 'Divide by 0'), AR],
    ['Math.pow', [dbl(2), dbl(10)], dbl(1024), AR],
    ['Math.rint', [dec('2.5')], dec('2'), AR],
    ['Math.rint', [dbl(3.5)], dbl(4), AR],
    ['Math.rint', [dbl(-2.5)], dbl(-2), AR],
    ['Math.round', [dec('4.5')], 4, AR],
    ['Math.round', [dec('5.5')], 6, AR],
    ['Math.round', [dbl(4.5)], 5, 'Java Math.round'],
    ['Math.roundToLong', [dec('4.5')], 4n, AR],
    ['Math.roundToLong', [dec('-5.5')], -6n, AR],
    ['Math.signum', [dec('-3.2')], dec('-1'), AR],
    ['Math.sqrt', [dec('9')], dec('3.0'), AR],
    ['Math.sqrt', [dbl(2)], dbl(Math.SQRT2), AR],
    ['Math.cbrt', [dbl(27)], dbl(3), AR],
    ['Math.log10', [dbl(1000)], dbl(Math.log10(1000)), AR],
    ['Math.atan2', [dbl(1), dbl(1)], dbl(Math.PI / 4), AR],
    ['Math.exp', [dbl(0)], dbl(1), AR],
  ],
};
export default table;
