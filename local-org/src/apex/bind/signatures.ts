/** Signatures as the compiler's messages print them. */
import type { ApexType } from '../types.ts';

/** A null literal prints as `NULL` in messages. */
export const nameOf = (type: ApexType): string => (type.kind === 'null' ? 'NULL' : type.name);

export const parameterList = (types: readonly ApexType[]): string => `(${types.map(nameOf).join(', ')})`;

/** `foo(Integer, String)`. */
export const signatureOf = (name: string, types: readonly ApexType[]): string => name + parameterList(types);
