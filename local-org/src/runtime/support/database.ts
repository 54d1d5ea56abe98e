/** Queries, DML statements, triggers, labels and users as emitted code asks for them. */
import type { ObjectInfo } from '../../data/schema.ts';
import {
  fieldDescribe,
  fieldSetToken,
  fieldToken,
  objectDescribe,
  objectToken,
  ObjectFields,
  ObjectFieldSets,
} from '../../system/Schema/tokens.ts';
import { ApexList } from '../collections.ts';
import type { CodeMode } from '../programLink.ts';
import type { ApexValue, DmlRequest } from '../runtime.ts';
import { SObjectValue } from '../sobject.ts';
import type { Transaction } from '../transaction.ts';
import type { Support } from './support.ts';

type Mode = 'user' | 'system' | null;

export const databaseSupport = (current: () => Transaction): Support => {
  const bindsOf =
    (values: readonly ApexValue[]) =>
    (name: string): ApexValue => {
      const value = values[Number(name)];
      if (value === undefined) {
        throw new Error(`The query has no bind :${name}`);
      }
      return value;
    };
  const rowOrNull = ({ items }: ApexList): ApexValue =>
    items.length > 1
      ? current().fail('System.QueryException', 'List has more than 1 row for assignment to SObject')
      : (items[0] ?? null);
  return {
    $query: (text: string, binds: readonly ApexValue[], mode: Mode, code: CodeMode, elementType: string): ApexList => {
      const runtime = current();
      const result = runtime.org.queries.query(runtime, text, bindsOf(binds), runtime.accessOf(mode, code));
      return new ApexList(result.isAggregate ? 'AggregateResult' : elementType, [...result.rows]);
    },
    $count: (text: string, binds: readonly ApexValue[], mode: Mode, code: CodeMode): number => {
      const runtime = current();
      return runtime.org.queries.count(runtime, text, bindsOf(binds), runtime.accessOf(mode, code));
    },
    $onlyRow: (rows: ApexList): ApexValue =>
      rowOrNull(rows) ?? current().fail('System.QueryException', 'List has no rows for assignment to SObject'),
    $rowOrNull: rowOrNull,
    $sosl: (text: string, binds: readonly ApexValue[], code: CodeMode): ApexList => {
      const runtime = current();
      const results = runtime.org.queries.search(runtime, text, bindsOf(binds), runtime.accessOf(null, code));
      return new ApexList(
        'List<SObject>',
        results.map((result) => new ApexList(result.objectName, [...result.rows])),
      );
    },
    $dml: (
      operation: DmlRequest['operation'],
      value: ApexValue,
      mode: Mode,
      code: CodeMode,
      externalIdField: string | null,
    ): void => {
      const runtime = current();
      const rows =
        value instanceof SObjectValue
          ? [value]
          : value instanceof ApexList
            ? (value.items as SObjectValue[])
            : runtime.nullPointer();
      if (rows.some((row) => row === null)) {
        runtime.nullPointer();
      }
      runtime.org.dml.execute(runtime, {
        operation,
        rows,
        isAllOrNone: true,
        access: runtime.accessOf(mode, code),
        externalIdField,
        options: {},
      });
    },
    /** Null for a version: `System.runAs(new Version(1, 0))` changes nothing here. */
    $enterUser: (user: ApexValue): object | null => {
      const runtime = current();
      if (user === null) {
        return runtime.nullPointer();
      }
      if (!(user instanceof SObjectValue)) {
        return null;
      }
      runtime.limits.add('dmlStatements');
      return runtime.enterRunAs(user);
    },
    $leaveUser: (before: object | null): void => {
      if (before !== null) {
        current().leaveRunAs(before);
      }
    },
    $trigger: (name: string): ApexValue => current().triggerVariable(name),
    $label: (namespace: string, name: string): string => {
      const runtime = current();
      return (
        runtime.org.declarative.label(namespace, name, runtime.userSettings.language) ??
        runtime.fail('System.IllegalArgumentException', `Invalid custom label: ${name}`)
      );
    },
    $token: {
      object: objectToken,
      field: fieldToken,
      objectDescribe,
      fieldDescribe,
      fieldSet: (runtime: Transaction, object: ObjectInfo, name: string): object => {
        const set = object.fieldSets.get(name.toLowerCase());
        return set === undefined ? runtime.unsupported(`field set ${name}`) : fieldSetToken(runtime, object, set);
      },
      fields: (_runtime: Transaction, object: ObjectInfo): object => new ObjectFields(object),
      fieldSets: (_runtime: Transaction, object: ObjectInfo): object => new ObjectFieldSets(object),
    },
  };
};
