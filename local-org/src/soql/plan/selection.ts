/**
 * The SELECT list of a query for rows as a tree of shapes: own fields, rows of lookups, child lists. The Id of every row
 * and the foreign key of every lookup walked are always part of it.
 */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { FieldPath, FunctionCall, Query, SelectItem } from '../ast.ts';
import { SoqlFault, SoqlUnsupported } from '../faults.ts';
import { isCall, labelOf, pathArgument } from './expression.ts';
import type { Plan, Shape, ShapeField, ShapeParent } from './plan.ts';
import { hasPolymorphicEnd, resolvePath, resolveSteps, type Scope, type Step } from './resolvePath.ts';
import type { Uses } from './uses.ts';

/** Plans a child query: given by the module that plans whole queries. */
export type ChildPlanner = (query: Query, child: ObjectInfo, uses: Uses) => Plan;

export function emptyShape(object: ObjectInfo, isPolymorphic = false): Shape {
  return { object, isPolymorphic, fields: [], parents: [], children: [], queried: new Set(['id']) };
}

export class SelectionPlanner {
  readonly #scope: Scope;
  readonly #uses: Uses;
  readonly #planChild: ChildPlanner;
  readonly #shape: Shape;
  readonly #selected = new Set<string>();

  constructor(scope: Scope, uses: Uses, planChild: ChildPlanner) {
    this.#scope = scope;
    this.#uses = uses;
    this.#planChild = planChild;
    this.#shape = emptyShape(scope.object);
  }

  plan(items: readonly SelectItem[]): Shape {
    for (const item of items) {
      this.#item(item);
    }
    return this.#shape;
  }

  #item(item: SelectItem): void {
    switch (item.kind) {
      case 'field':
        if (item.alias !== null) {
          throw new SoqlFault('ALIAS', item.path.at);
        }
        this.#field(item.path, null, null);
        return;
      case 'function':
        this.#function(item.call, item.alias);
        return;
      case 'subquery':
        this.#children(item.query);
        return;
      case 'typeof':
        this.#typeOf(item);
        return;
      case 'allFields':
        if (item.scope !== 'STANDARD') {
          throw new SoqlFault('FIELDS_UNBOUNDED', 0);
        }
        this.#standardFields();
    }
  }

  #field(path: FieldPath, transform: ShapeField['transform'], alias: string | null): void {
    const resolved = resolvePath(this.#scope, path);
    const { field } = resolved;
    if (field.type === 'address' || field.type === 'location') {
      throw new SoqlUnsupported(`compound field ${field.name} in SOQL`, path.at);
    }
    this.#uses.addPath(resolved, true);
    const key = alias === null ? resolved.key : alias.toLowerCase();
    if (this.#selected.has(key)) {
      throw alias === null
        ? new SoqlFault('DUPLICATE_FIELD', path.at, path.parts.join('.'))
        : new SoqlFault('DUPLICATE_ALIAS', path.at, alias);
    }
    this.#selected.add(key);
    const shape = alias === null ? this.#shapeOf(resolved.steps) : this.#shape;
    if (alias !== null && resolved.steps.length > 0) {
      throw new SoqlUnsupported('an alias of a function of a parent field in SOQL', path.at);
    }
    const name = alias ?? (hasPolymorphicEnd(resolved) ? properName(path.parts.at(-1) ?? '', field) : field.name);
    shape.fields.push({ name, field, transform });
    shape.queried.add(name.toLowerCase());
  }

  #function(call: FunctionCall, alias: string | null): void {
    const name = call.name.toUpperCase();
    if (name === 'TOLABEL') {
      const path = pathArgument(call);
      const toLabel = labelOf(resolvePath(this.#scope, path).field);
      this.#field(path, () => toLabel, alias);
    } else if (name === 'CONVERTCURRENCY') {
      const path = pathArgument(call);
      const { field } = resolvePath(this.#scope, path);
      if (field.type !== 'currency') {
        throw new SoqlFault('FUNCTION_TYPE', call.at, field.name, call.name);
      }
      this.#field(path, sameCurrency, alias);
    } else if (['FORMAT', 'DISTANCE', 'GEOLOCATION'].includes(name)) {
      throw new SoqlUnsupported(`${call.name}() in SOQL`, call.at);
    } else {
      const [argument] = call.arguments;
      const inner =
        argument !== undefined && !('kind' in argument) && !isCall(argument) ? argument.parts.join('.') : call.name;
      throw new SoqlFault('NOT_GROUPED', call.at, inner);
    }
  }

  /** The shape of the row at the end of the lookups; made on the way. */
  #shapeOf(steps: readonly Step[]): Shape {
    let shape = this.#shape;
    for (const step of steps) {
      shape = parentOf(shape, step).shape;
    }
    return shape;
  }

  #children(query: Query): void {
    const { object, schema, namespace } = this.#scope;
    const name = query.from.name.split('.').at(-1) ?? '';
    const wanted = [name.toLowerCase(), `${namespace}__${name}`.toLowerCase()];
    const relationship = object.childRelationships.find(
      (one) => one.name !== null && wanted.includes(one.name.toLowerCase()),
    );
    const child = relationship ? schema.find(relationship.childObject) : null;
    const link = child && relationship ? schema.findField(child, relationship.field) : null;
    if (!relationship || !child || !link) {
      throw new SoqlFault('CHILDREN', query.from.at, query.from.name);
    }
    const shown = relationship.name ?? name;
    if (this.#shape.children.some((one) => one.name === shown)) {
      throw new SoqlFault('DUPLICATE_FIELD', query.from.at, shown);
    }
    this.#uses.childQueries++;
    const plan = this.#planChild(query, child, this.#uses);
    this.#shape.children.push({ name: shown, link, plan });
    this.#shape.queried.add(shown.toLowerCase());
  }

  #typeOf(item: Extract<SelectItem, { kind: 'typeof' }>): void {
    const { schema, namespace } = this.#scope;
    const steps = resolveSteps(this.#scope, item.path.parts, item.path.at);
    const step = steps.at(-1) as Step;
    if (!step.isPolymorphic) {
      throw new SoqlUnsupported(`TYPEOF ${step.name}, which is not polymorphic`, item.path.at);
    }
    const branch = (object: ObjectInfo, fields: readonly FieldPath[]): Shape => {
      const scope: Scope = { schema, namespace, object, alias: null };
      return new SelectionPlanner(scope, this.#uses, this.#planChild).plan(
        fields.map((path) => ({ kind: 'field', path, alias: null })),
      );
    };
    const byType = new Map<string, Shape>();
    for (const { type, fields } of item.branches) {
      const object = schema.find(type, namespace);
      if (!object || !step.lookup.referenceTo.includes(object.name)) {
        throw new SoqlFault('OBJECT', item.path.at, type);
      }
      byType.set(object.name.toLowerCase(), branch(object, fields));
    }
    const holder = this.#shapeOf(steps.slice(0, -1));
    const otherwise = emptyShape(step.targets[0] ?? this.#scope.object, true);
    for (const path of item.otherwise) {
      const resolved = resolvePath(this.#scope, { at: path.at, parts: [...item.path.parts, ...path.parts] });
      this.#uses.addPath(resolved, true);
      otherwise.fields.push({
        name: properName(path.parts.at(-1) ?? '', resolved.field),
        field: resolved.field,
        transform: null,
      });
      otherwise.queried.add((path.parts.at(-1) ?? '').toLowerCase());
    }
    addForeignKey(holder, step);
    holder.parents.push({ step, shape: otherwise, byType });
  }

  #standardFields(): void {
    for (const field of this.#scope.object.fields.values()) {
      if (
        !field.isCustom &&
        field.type !== 'address' &&
        field.type !== 'location' &&
        !this.#selected.has(field.name.toLowerCase())
      ) {
        this.#field({ at: 0, parts: [field.name] }, null, null);
      }
    }
  }
}

const sameCurrency: ShapeField['transform'] = (execution) => {
  if (execution.runtime.org.features.has('multiCurrency')) {
    execution.runtime.unsupported('convertCurrency() with several currencies');
  }
  return (value) => value;
};

/** A column of `Name`, spelled as the platform spells it. */
function properName(written: string, field: FieldInfo): string {
  const folded = written.toLowerCase();
  return folded === field.name.toLowerCase() ? field.name : folded === 'name' ? 'Name' : written;
}

function addForeignKey(shape: Shape, step: Step): void {
  const { name } = step.lookup;
  if (!shape.fields.some((field) => field.name === name)) {
    shape.fields.push({ name, field: step.lookup, transform: null, isImplied: true });
    shape.queried.add(name.toLowerCase());
  }
  shape.queried.add(step.name.toLowerCase());
}

function parentOf(shape: Shape, step: Step): ShapeParent {
  const known = shape.parents.find((parent) => parent.step.lookup === step.lookup && parent.byType === null);
  if (known) {
    return known;
  }
  addForeignKey(shape, step);
  const object = step.targets[0] as ObjectInfo;
  const made: ShapeParent = { step, shape: emptyShape(object, step.isPolymorphic), byType: null };
  shape.parents.push(made);
  return made;
}
