/** System.RoundingMode, in the order of Java's. */
import { platformEnum } from '../define.ts';

export default platformEnum('System.RoundingMode', [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
]);
