/** Layout types and modes as requests name them. */
import { badRequest } from '../../errors.ts';
import { listOf } from '../base.ts';
import { LAYOUT_MODES, LAYOUT_TYPES, type LayoutMode, type LayoutType } from './layout.ts';

export const layoutTypes = (text: string | null, otherwise: readonly LayoutType[]): readonly LayoutType[] =>
  choices(text, LAYOUT_TYPES, otherwise, 'layoutTypes');
export const layoutModes = (text: string | null, otherwise: readonly LayoutMode[]): readonly LayoutMode[] =>
  choices(text, LAYOUT_MODES, otherwise, 'modes');

function choices<T extends string>(
  text: string | null,
  allowed: readonly T[],
  otherwise: readonly T[],
  name: string,
): readonly T[] {
  const given = listOf(text);
  return given.length === 0
    ? otherwise
    : given.map((one) => {
        const found = allowed.find((choice) => choice.toLowerCase() === one.toLowerCase());
        if (found === undefined) {
          throw badRequest(
            'ILLEGAL_QUERY_PARAMETER_VALUE',
            `Illegal value for parameter "${name}": ${one}. Use ${allowed.join(', ')}.`,
          );
        }
        return found;
      });
}
