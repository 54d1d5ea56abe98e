/** Types of the border to Apex. They are erased when the source is built: no module of this name exists at run time. */
declare module 'wire' {
  import type { WireAdapterConstructor } from 'lwc';

  /** 15 or 18 characters. */
  export type RecordId = string;
  /** `2026-11-23`; a Date of Apex has no time zone. */
  export type IsoDate = string;
  /** `2026-11-23T09:00:00.000Z`; always in UTC. */
  export type IsoDateTime = string;
  /** A record as Apex returns it: only the fields that were queried, empty ones left out. */
  export interface SObjectRow {
    readonly Id?: RecordId;
    readonly [field: string]: unknown;
  }

  /** What a wired property holds. All is undefined until the first answer. */
  export type WireResult<Value> =
    | { readonly data: Value; readonly error: undefined }
    | { readonly data: undefined; readonly error: unknown }
    | { readonly data: undefined; readonly error: undefined };

  export type NoParameters = Readonly<Record<string, never>>;

  /** A method that changes something: it can be called, not wired. Narrow what it rejects with, it is `unknown`. */
  export type ApexAction<Parameters, Result> = Parameters extends NoParameters
    ? () => Promise<Result>
    : (parameters: Parameters) => Promise<Result>;

  /** A cacheable method: it can be called and wired. */
  export type ApexMethod<Parameters extends object, Result> = ApexAction<Parameters, Result> & {
    readonly adapter: WireAdapterConstructor<Parameters, WireResult<Exclude<Result, null>>>;
  };
}
