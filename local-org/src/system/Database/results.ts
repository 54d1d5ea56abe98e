/** Results of DML: a bag of named values each, so that one class serves all and JSON can make them for tests. */
import { PlatformObject } from '../../runtime/platformObject.ts';
import type { ApexValue, DmlError, DmlRowResult, Runtime } from '../../runtime/runtime.ts';
import type { ApexList } from '../../runtime/collections.ts';

export type ResultType =
  | 'Database.SaveResult'
  | 'Database.UpsertResult'
  | 'Database.DeleteResult'
  | 'Database.UndeleteResult'
  | 'Database.EmptyRecycleBinResult'
  | 'Database.MergeResult'
  | 'Database.LeadConvertResult'
  | 'Approval.LockResult'
  | 'Approval.ProcessResult'
  | 'Approval.UnlockResult';

export class DmlResult extends PlatformObject {
  readonly apexType: ResultType;
  /** By the names JSON uses: `id`, `success`, `created`, `errors` … */
  readonly values: Map<string, ApexValue>;
  constructor(apexType: ResultType, values: Iterable<readonly [string, ApexValue]>) {
    super();
    this.apexType = apexType;
    this.values = new Map(values);
  }
  get(name: string): ApexValue {
    return this.values.get(name) ?? null;
  }
  toJsonForm(): ReadonlyMap<string, ApexValue> {
    return this.values;
  }
  override toString(): string {
    const errors = this.get('errors');
    const count = errors === null ? '' : (errors as ApexList).items.map(String).join(', ');
    return `${this.apexType}[getErrors=(${count});getId=${this.get('id') as string | null};isSuccess=${this.get('success') === true};]`;
  }
}

export class DatabaseError extends PlatformObject {
  readonly apexType = 'Database.Error';
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  constructor(error: DmlError) {
    super();
    this.statusCode = error.statusCode;
    this.message = error.message;
    this.fields = error.fields;
  }
  toJsonForm(runtime: Runtime): ReadonlyMap<string, ApexValue> {
    return new Map<string, ApexValue>([
      ['statusCode', this.statusCode],
      ['message', this.message],
      ['fields', runtime.newList('String', this.fields)],
    ]);
  }
  override toString(): string {
    return `Database.Error[getFields=(${this.fields.join(', ')});getMessage=${this.message};getStatusCode=${this.statusCode};]`;
  }
}

export function resultOf(runtime: Runtime, type: ResultType, result: DmlRowResult): DmlResult {
  const values: [string, ApexValue][] = [
    ['success', result.isSuccess],
    ['id', result.id],
    [
      'errors',
      runtime.newList(
        'Database.Error',
        result.errors.map((error) => new DatabaseError(error)),
      ),
    ],
  ];
  if (type === 'Database.UpsertResult') {
    values.push(['created', result.isCreated]);
  }
  return new DmlResult(type, values);
}
