/**
 * Fields and functions as columns: `Name`, `Account.Owner.Name`, `CALENDAR_YEAR(CreatedDate)`, `toLabel(Status)`. An
 * expression knows its kind and reads one value per row.
 */
import type { FieldInfo } from '../../data/schema.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import type { Value } from '../../values/value.ts';
import type { FieldPath, FunctionCall } from '../ast.ts';
import { bindField, type Execution, type Read } from '../execution.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import { dayFunction, isDateFunction } from '../time/dateFunctions.ts';
import { kindOf } from '../values/kinds.ts';
import type { Expression } from './plan.ts';
import { resolvePath, type ResolvedField, type Scope } from './resolvePath.ts';
import { holdsDurableId, isDefinition } from '../../data/schema/durable.ts';
import { plainField } from './syntheticFields.ts';
import type { Uses } from './uses.ts';

const DAY = 86_400_000;

export function isCall(item: FieldPath | FunctionCall): item is FunctionCall {
  return 'name' in item;
}

/** Ids of definitions are names (`Account`, `Account.Name`), not record ids. */
function isDurable({ object, field }: ResolvedField): boolean {
  return (field.type === 'id' && isDefinition(object.name)) || holdsDurableId(field);
}

export function fieldExpression(resolved: ResolvedField, name: string): Expression {
  return {
    at: resolved.at,
    name,
    key: resolved.key,
    kind: isDurable(resolved) ? 'text' : kindOf(resolved.field.type),
    field: resolved.field,
    isPlain: true,
    isOwn: resolved.steps.length === 0,
    bind: (execution) => bindField(execution, resolved),
  };
}

/** The only argument of a function, which must be a path. */
export function pathArgument(call: FunctionCall): FieldPath {
  const [argument] = call.arguments;
  if (call.arguments.length !== 1 || argument === undefined || 'kind' in argument || isCall(argument)) {
    throw new SoqlFault('FUNCTION_UNKNOWN', call.at, call.name);
  }
  return argument;
}

export function labelOf(field: FieldInfo): (value: Value) => Value {
  const labels = new Map(field.picklist.map((entry) => [entry.value.toLowerCase(), entry.label]));
  const one = (value: string): string => labels.get(value.toLowerCase()) ?? value;
  return (value) =>
    typeof value === 'string'
      ? field.type === 'multipicklist'
        ? value.split(';').map(one).join(';')
        : one(value)
      : value;
}

function dateExpression(scope: Scope, uses: Uses, call: FunctionCall, isSelected: boolean): Expression {
  const name = call.name.toUpperCase();
  const [inner] = call.arguments;
  const isLocal =
    inner !== undefined && !('kind' in inner) && isCall(inner) && inner.name.toLowerCase() === 'converttimezone';
  const path = pathArgument(isLocal ? inner : call);
  const resolved = resolvePath(scope, path);
  uses.addPath(resolved, isSelected);
  const { type } = resolved.field;
  const needsInstant = name === 'DAY_ONLY' || name === 'HOUR_IN_DAY' || isLocal;
  if (type !== 'datetime' && (type !== 'date' || needsInstant)) {
    throw new SoqlFault('FUNCTION_TYPE', call.at, resolved.field.name, isLocal ? 'convertTimezone' : call.name);
  }
  const isDay = name === 'DAY_ONLY';
  return {
    at: call.at,
    name: call.name,
    key: `${name}(${isLocal ? `converttimezone(${resolved.key})` : resolved.key})`.toLowerCase(),
    kind: isDay ? 'date' : 'number',
    field: plainField(call.name, isDay ? 'date' : 'integer'),
    isPlain: false,
    isOwn: false,
    bind: (execution) => bindDateFunction(execution, bindField(execution, resolved), name, isLocal),
  };
}

function bindDateFunction(execution: Execution, read: Read, name: string, isLocal: boolean): Read {
  const dayOf = (value: Value): number | null => {
    if (value instanceof ApexDatetime) {
      return isLocal ? execution.zone.dayOf(value.instant) : Math.floor(value.instant / DAY);
    }
    return value instanceof ApexDate ? value.day : null;
  };
  if (name === 'HOUR_IN_DAY') {
    return (row) => {
      const value = read(row);
      if (!(value instanceof ApexDatetime)) {
        return null;
      }
      return isLocal ? execution.zone.hourOf(value.instant) : new Date(value.instant).getUTCHours();
    };
  }
  const ofDay = dayFunction(name);
  return (row) => {
    const day = dayOf(read(row));
    return day === null ? null : ofDay ? ofDay(new ApexDate(day), execution.fiscal()) : new ApexDate(day);
  };
}

export function planExpression(
  scope: Scope,
  uses: Uses,
  item: FieldPath | FunctionCall,
  isSelected = false,
): Expression {
  if (!isCall(item)) {
    const resolved = resolvePath(scope, item);
    uses.addPath(resolved, isSelected);
    return fieldExpression(resolved, item.parts.at(-1) ?? '');
  }
  const name = item.name.toUpperCase();
  if (isDateFunction(name)) {
    return dateExpression(scope, uses, item, isSelected);
  }
  if (name === 'TOLABEL') {
    const inner = planExpression(scope, uses, pathArgument(item), isSelected);
    return {
      ...inner,
      key: `tolabel(${inner.key})`,
      isPlain: false,
      isOwn: false,
      bind: (execution) => labelled(inner, execution),
    };
  }
  if (['FORMAT', 'CONVERTCURRENCY', 'DISTANCE', 'GEOLOCATION', 'CONVERTTIMEZONE'].includes(name)) {
    throw new SoqlUnsupported(`${item.name}() in SOQL`, item.at);
  }
  throw new SoqlFault('FUNCTION_UNKNOWN', item.at, item.name);
}

function labelled(inner: Expression, execution: Execution): Read {
  const read = inner.bind(execution);
  const toLabel = labelOf(inner.field);
  return (row) => toLabel(read(row));
}
