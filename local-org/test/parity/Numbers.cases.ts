/** Integer, Long, Double, Boolean. */
import { dbl, dec, refusal, type ParityTable } from './parity.ts';

const AR = 'Apex Reference Guide';
const SE = 'Salesforce Stack Exchange, TypeException of valueOf';
const type = (message: string) => refusal('System.TypeException', message);

const table: ParityTable = {
  rows: [
    ['Integer.valueOf', ['22'], 22, AR],
    ['Integer.valueOf', ['-2147483648'], -2147483648, 'Java Integer.parseInt'],
    ['Integer.valueOf', ['2147483648'], type('Invalid integer: 2147483648'), SE],
    ['Integer.valueOf', ['abc'], type('Invalid integer: abc'), SE],
    ['Integer.valueOf', ['1.5'], type('Invalid integer: 1.5'), SE],
    ['Integer.valueOf', [''], type('Invalid integer: '), SE],
    ['Integer.valueOf', [dec('12.9')], 12, AR],
    ['Integer.format', [1234567], '1,234,567', AR],
    ['Integer.format', [-5], '-5', AR],
    ['Long.valueOf', ['123456789'], 123456789n, AR],
    ['Long.valueOf', ['abc'], type('Invalid long: abc'), SE],
    ['Long.intValue', [7n], 7, AR],
    ['Long.intValue', [4294967297n], 1, 'Java narrowing'],
    ['Long.format', [4271990n], '4,271,990', AR],
    ['Double.valueOf', ['3.14159'], dbl(3.14159), AR],
    ['Double.valueOf', ['x'], type('Invalid double: x'), SE],
    ['Double.valueOf', [7], dbl(7), AR],
    ['Double.intValue', [dbl(57.89)], 57, AR],
    ['Double.longValue', [dbl(-1.9)], -1n, AR],
    ['Double.round', [dbl(4.5)], 5n, 'Java Math.round'],
    ['Double.round', [dbl(-4.5)], -4n, 'Java Math.round'],
    ['Boolean.valueOf', ['true'], true, AR],
    ['Boolean.valueOf', ['TRUE'], true, AR],
    ['Boolean.valueOf', ['yes'], false, AR],
    ['Boolean.valueOf', [false], false, AR],
  ],
};
export default table;
