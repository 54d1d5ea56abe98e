/** `query?columns=true`: what the columns of a query are, for tools that print tables. */
import type { Plan, Shape } from '../../../soql/plan/plan.ts';

interface Column {
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'currency', 'percent']);

export function columnMetadata(plan: Plan): Readonly<Record<string, unknown>> {
  const columns =
    plan.shape === null
      ? (plan.grouping?.columns ?? []).map(({ name }) => column(name, 'complexvaluetype', false, []))
      : shapeColumns(plan.shape);
  return {
    columnMetadata: columns,
    entityName: plan.object.name,
    groupBy: plan.kind === 'aggregate',
    idSelected: plan.shape?.fields.some(({ field }) => field.type === 'id') ?? false,
    keyPrefix: plan.object.keyPrefix,
  };
}

function shapeColumns(shape: Shape): readonly Column[] {
  return [
    ...shape.fields
      .filter((one) => one.isImplied !== true)
      .map(({ name, field }) => column(name, field.type, field.isCustom, [])),
    ...shape.parents.map(({ step, shape: parent }) => column(step.name, 'reference', false, shapeColumns(parent))),
    ...shape.children.map(({ name, plan }) => ({
      ...column(name, 'childRelationship', false, plan.shape ? shapeColumns(plan.shape) : []),
      aggregate: true,
    })),
  ];
}

function column(name: string, type: string, isCustom: boolean, joinColumns: readonly Column[]): Column {
  const isNumber = NUMBERS.has(type);
  return {
    aggregate: false,
    apexType: type,
    booleanType: type === 'boolean',
    columnName: name,
    custom: isCustom,
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns,
    numberType: isNumber,
    textType: !isNumber && type !== 'boolean',
    updatable: false,
  };
}
