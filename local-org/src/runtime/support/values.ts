/** Comparing, casting and calling as emitted code needs it. */
import { toLongId } from '../../values/id.ts';
import type { PlatformMethod } from '../../system/define.ts';
import type { ApexType } from '../../apex/types.ts';
import { castValue, invalidConversion } from '../casts.ts';
import { ApexList } from '../collections.ts';
import { compareScalars } from '../compare.ts';
import { sameText } from '../equality.ts';
import { EnumValue } from '../enumValue.ts';
import { ApexException } from '../exception.ts';
import { UnsupportedError } from '../errors.ts';
import type { ApexValue } from '../runtime.ts';
import type { Transaction } from '../transaction.ts';
import type { Support } from './support.ts';
import { simpleName } from '../text.ts';
import { TypeValue } from '../typeValue.ts';
import { classInfoOf, readMember, UserObject } from '../userClass.ts';

type Run = (runtime: Transaction, ...args: readonly ApexValue[]) => ApexValue;

/** A short and a long id of one record are the same. */
function sameId(left: string | null, right: string | null): boolean {
  return left === right || (left !== null && right !== null && (toLongId(left) ?? left) === (toLongId(right) ?? right));
}

/** -1, 0 or 1; NaN, which no comparison accepts, when one is null. */
function orderOf(left: ApexValue, right: ApexValue): number {
  return left === null || right === null ? Number.NaN : compareScalars(left, right);
}

/** Texts compare without case; null is before every text. */
function textOrder(left: string | null, right: string | null): number {
  if (left === null || right === null) {
    return left === right ? 0 : left === null ? -1 : 1;
  }
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

export const valueSupport = (current: () => Transaction): Support => {
  const toId = (text: string | null): string | null =>
    text === null ? null : (toLongId(text) ?? current().fail('System.StringException', `Invalid id: ${text}`));
  return {
    $ApexList: ApexList,
    $ApexException: ApexException,
    $UserObject: UserObject,
    $null: (): never => current().nullPointer(),
    $refuse: (what: string, place: string): never => {
      throw new UnsupportedError(what, place);
    },
    $id: toId,
    $castId: (value: ApexValue): ApexValue =>
      typeof value === 'string' || value === null ? toId(value) : invalidConversion(current(), value, 'Id'),
    $cast: (value: ApexValue, to: string): ApexValue => castValue(current(), value, to),
    $castTo: (value: ApexValue, to: new () => object, name: string): ApexValue =>
      value === null || value instanceof to ? value : invalidConversion(current(), value, name),
    $isInstance: (value: ApexValue, type: string): boolean => current().isInstance(value, type),
    $sameText: sameText,
    $sameId: sameId,
    $same: (left: ApexValue, right: ApexValue): boolean =>
      left === right || (left instanceof EnumValue && left.equals(right)),
    $sameValue: (left: ApexValue, right: ApexValue): boolean =>
      left === right || (left !== null && right !== null && current().equals(left, right)),
    $order: orderOf,
    $orderText: textOrder,
    $typeOf: (type: ApexType): TypeValue => new TypeValue(type),
    $enumValues: (values: readonly EnumValue[], type: string): ApexList => new ApexList(type, [...values]),
    $enumValueOf: (values: readonly EnumValue[], type: string, name: string | null): EnumValue =>
      values.find((value) => value.name.toLowerCase() === name?.toLowerCase()) ??
      current().fail('System.NoSuchElementException', `No enum constant ${type}.${name ?? 'null'}`),
    /** A method of a platform class that user classes may have a version of. */
    $dispatch: (target: ApexValue, run: PlatformMethod['run'], name: string, args: readonly ApexValue[]): ApexValue => {
      const info = classInfoOf(target);
      return info !== null && info.findMethods(name, args.length).length > 0
        ? current().call(target as object, name, args)
        : (run as unknown as Run)(current(), target, ...args);
    },
    $cloned: (target: object | null): object =>
      target === null
        ? current().nullPointer()
        : Object.assign(Object.create(Object.getPrototypeOf(target) as object) as object, target),
    /** What an object prints without a `toString` of its own. */
    $ownText: (target: object): string => {
      const info = classInfoOf(target);
      return info === null
        ? current().text(target)
        : `${simpleName(target as UserObject)}:[${info.members
            .filter((member) => member.getter === null)
            .map((member) => `${member.name}=${current().text(readMember(target, member))}`)
            .join(', ')}]`;
    },
    $ownHash: (target: object): number => current().identityHash(target),
    $newException: (type: string, args: readonly ApexValue[]): ApexException => {
      const message = args.find((one) => typeof one === 'string' || one === null);
      const cause = args.find((one) => one instanceof ApexException);
      return new ApexException(
        type,
        typeof message === 'string' || message === null ? message : undefined,
        cause instanceof ApexException ? cause : null,
      );
    },
    /** What a catch clause sees; what Apex may not catch is thrown on. */
    $caught: (thrown: unknown): ApexException => {
      const error = current().apexError(thrown);
      if (error instanceof ApexException && error.isCatchable) {
        return error;
      }
      throw error;
    },
    $apexError: (thrown: unknown): Error => current().apexError(thrown),
    $isCatchable: (error: Error): boolean => error instanceof ApexException && error.isCatchable,
  };
};
