/**
 * Picks the overload a call means: of those whose parameters take the arguments, the one that is at least as specific
 * as every other in each parameter. A null argument prefers none.
 */
import type { ApexType } from '../types.ts';
import type { World } from '../bind/world.ts';
import type { Conversions } from './conversions.ts';

export interface Candidate {
  readonly parameterTypes: readonly ApexType[];
}
export type Choice<T> =
  | { readonly kind: 'one'; readonly chosen: T }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly first: T };

export function chooseOverload<T extends Candidate>(
  world: World,
  conversions: Conversions,
  candidates: readonly T[],
  args: readonly ApexType[],
): Choice<T> {
  const given = args.map((type) => (type.kind === 'query' ? world.pool.list(type.element) : type));
  const fits = candidates.filter(
    (candidate) =>
      candidate.parameterTypes.length === args.length &&
      candidate.parameterTypes.every((parameter, index) => conversions.isArgument(args[index] as ApexType, parameter)),
  );
  const [first] = fits;
  if (first === undefined) {
    return { kind: 'none' };
  }
  if (fits.length === 1) {
    return { kind: 'one', chosen: first };
  }
  const atLeastAsSpecific = (one: T, other: T): boolean =>
    one.parameterTypes.every((parameter, index) =>
      isAtLeastAsSpecific(conversions, parameter, other.parameterTypes[index] as ApexType, given[index] as ApexType),
    );
  const best = fits.filter((one) => fits.every((other) => one === other || atLeastAsSpecific(one, other)));
  const [winner] = best;
  // Where every parameter is the same (an inherited signature) the nearest declaration, which stands first, counts.
  const isSettled =
    winner !== undefined &&
    best.every((one) => one.parameterTypes.every((parameter, index) => parameter === winner.parameterTypes[index]));
  if (isSettled) {
    return { kind: 'one', chosen: winner };
  }
  return given.some((type) => type.kind === 'unknown') ? { kind: 'one', chosen: first } : { kind: 'ambiguous', first };
}

function isAtLeastAsSpecific(conversions: Conversions, one: ApexType, other: ApexType, given: ApexType): boolean {
  if (one === other || given === one || given.kind === 'null') {
    return true;
  }
  return given !== other && conversions.isArgument(one, other) && !conversions.isArgument(other, one);
}
