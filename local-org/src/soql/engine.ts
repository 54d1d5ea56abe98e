/**
 * The org's query engine. A text is parsed and planned once (the plan holds nothing of a run) and kept while it is among
 * the last ones used. One top-level query counts as one query, each child query as an aggregate query, each row found as
 * a query row; queries of custom metadata without long text are free.
 */
import { ApexException } from '../runtime/exception.ts';
import type { OrgSchema } from '../data/schema.ts';
import type { Row } from '../data/store.ts';
import type { AccessContext, BindSource, QueryCursor, QueryEngine, QueryResult, Runtime } from '../runtime/runtime.ts';
import type { SObjectValue } from '../runtime/sobject.ts';
import { accessOf, checkAccess } from './access.ts';
import type { Execution } from './execution.ts';
import { SoqlFault, SoqlUnsupported } from './faults.ts';
import { parseQuery } from './parse/parseQuery.ts';
import { SoqlSyntaxError } from './parse/tokens.ts';
import type { Plan } from './plan/plan.ts';
import { planQuery } from './plan/planQuery.ts';
import { aggregateRows, findRows, projectRows } from './run.ts';
import { searchRows } from './sosl/search.ts';
import { Tables, type VirtualTable } from './tables.ts';
import { weekStartOf, Zone } from './time/zone.ts';

const CACHE_SIZE = 1_000;

export class SoqlEngine implements QueryEngine {
  readonly #virtual: ReadonlyMap<string, VirtualTable>;
  readonly #plans = new Map<string, Plan>();
  readonly #zones = new Map<string, Zone>();
  #schema: OrgSchema | null = null;

  constructor(virtual: readonly VirtualTable[] = []) {
    this.#virtual = new Map(virtual.map((table) => [table.object.name, table]));
  }

  query(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): QueryResult {
    return this.#guarded(runtime, () => {
      const plan = this.planOf(runtime, text, access.namespace);
      const execution = this.#start(runtime, plan, binds, access);
      return { objectName: plan.object.name, isAggregate: plan.kind === 'aggregate', rows: rowsOf(execution, plan) };
    });
  }

  count(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): number {
    return this.#guarded(runtime, () => {
      const plan = this.planOf(runtime, text, access.namespace);
      if (plan.kind !== 'count') {
        throw new SoqlUnsupported('a count of a query other than SELECT COUNT()', 0);
      }
      const execution = this.#start(runtime, plan, binds, access);
      execution.countRows(plan, 1);
      return findRows(execution, plan).length;
    });
  }

  open(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): QueryCursor {
    return this.#guarded(runtime, () => {
      const plan = this.planOf(runtime, text, access.namespace);
      if (plan.kind !== 'rows') {
        return this.#aggregateCursor(this.#start(runtime, plan, binds, access), plan);
      }
      const found = findRows(this.#start(runtime, plan, binds, access), plan);
      const slice = (reader: Runtime, start: number, end: number): readonly SObjectValue[] =>
        this.#guarded(reader, () => {
          const execution = this.#execution(reader, binds, accessOf(plan.query, access));
          const rows = found.slice(start, end).map((row) => currentRow(execution, plan, row));
          return projectRows(execution, plan, rows);
        });
      return { objectName: plan.object.name, size: found.length, slice };
    });
  }

  /** A locator of an aggregate query can be made, which checks the query; what reading it gives is not known. */
  #aggregateCursor(execution: Execution, plan: Plan): QueryCursor {
    const slice = (reader: Runtime): never =>
      this.#guarded(reader, () => {
        throw new SoqlUnsupported('rows of a locator of an aggregate query', 0);
      });
    return { objectName: plan.object.name, size: findRows(execution, plan).length, slice };
  }

  search(runtime: Runtime, text: string, binds: BindSource, access: AccessContext): readonly QueryResult[] {
    return this.#guarded(runtime, () => {
      runtime.limits.add('soslQueries');
      return searchRows(this.#execution(runtime, binds, access), text);
    });
  }

  /** The plan of a text for the org's schema as it is now. */
  planOf(runtime: Runtime, text: string, namespace = runtime.namespace): Plan {
    const { schema, packages } = runtime.org;
    if (schema !== this.#schema) {
      this.#plans.clear();
      this.#schema = schema;
    }
    const key = `${namespace} ${text}`;
    const known = this.#plans.get(key);
    const plan = known ?? planQuery(parseQuery(text), packages.schemaFor(namespace), namespace);
    this.#plans.delete(key);
    this.#plans.set(key, plan);
    if (this.#plans.size > CACHE_SIZE) {
      const [oldest] = this.#plans.keys();
      this.#plans.delete(oldest ?? '');
    }
    return plan;
  }

  #start(runtime: Runtime, plan: Plan, binds: BindSource, given: AccessContext): Execution {
    const access = accessOf(plan.query, given);
    checkAccess(runtime, plan, access, (object) => this.#virtual.has(object.name));
    checkColumns(plan, new Tables(runtime.org, this.#virtual));
    if (!isFree(plan)) {
      runtime.limits.add('queries');
      if (plan.childQueryCount > 0) {
        runtime.limits.add('aggregateQueries', plan.childQueryCount);
      }
    }
    return this.#execution(runtime, binds, access);
  }

  #execution(runtime: Runtime, binds: BindSource, access: AccessContext): Execution {
    const zone = this.#zone(runtime.userSettings.timeZone);
    const { org } = runtime;
    const organization = (): Readonly<Record<string, unknown>> => [...org.store.rows('Organization')][0] ?? {};
    const startMonth = (): number => Number(organization()['FiscalYearStartMonth'] ?? 1);
    const known = new Map<string, ReturnType<BindSource>>();
    const namespace = access.namespace ?? runtime.namespace;
    return {
      runtime,
      namespace,
      schema: org.packages.schemaFor(namespace),
      tables: new Tables(org, this.#virtual),
      access,
      zone,
      calendar: () => ({
        today: zone.dayOf(runtime.now().instant),
        weekStart: weekStartOf(runtime.userSettings.locale),
        fiscalStartMonth: startMonth(),
      }),
      fiscal: () => ({
        startMonth: startMonth(),
        isNamedByStart: organization()['UsesStartDateAsFiscalYearName'] === true,
      }),
      bind: (text) => {
        const value = known.has(text) ? (known.get(text) ?? null) : binds(text);
        known.set(text, value);
        return value;
      },
      countRows: (plan, count) => {
        if (count > 0 && !isFree(plan)) {
          runtime.limits.add('queryRows', count);
        }
      },
    };
  }

  #zone(timeZone: string): Zone {
    const zone = this.#zones.get(timeZone) ?? new Zone(timeZone);
    this.#zones.set(timeZone, zone);
    return zone;
  }

  /**
   * What the platform would refuse becomes an exception Apex can catch; what is not simulated ends the
   * run. Exceptions in Apex have no excerpt of the query; compile errors and API faults do.
   */
  #guarded<T>(runtime: Runtime, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof SoqlFault) {
        const refused = new ApexException('System.QueryException', error.message);
        refused.inaccessibleFields = error.inaccessibleFields;
        // APIs show the excerpt that Apex does not.
        refused.cause = error;
        throw refused;
      }
      if (error instanceof SoqlSyntaxError) {
        const refused = new ApexException('System.QueryException', error.message);
        refused.cause = error;
        throw refused;
      }
      if (error instanceof SoqlUnsupported) {
        return runtime.unsupported(error.message);
      }
      throw error;
    }
  }
}

/** Apex Developer Guide, "Execution Governors and Limits": custom metadata without long text counts for nothing. */
function isFree(plan: Plan): boolean {
  return (
    plan.object.kind === 'customMetadata' &&
    !plan.fieldUses.some(({ field, isSelected }) => isSelected && field.isLongText)
  );
}

/** A column of a computed table that is not computed must not read as null. */
function checkColumns(plan: Plan, tables: Tables): void {
  for (const { object, field, at } of plan.fieldUses) {
    if (tables.computedColumns(object.name)?.has(field.name.toLowerCase()) === false) {
      throw new SoqlUnsupported(`${object.name}.${field.name} in SOQL`, at);
    }
  }
}

function rowsOf(execution: Execution, plan: Plan): readonly SObjectValue[] {
  if (plan.kind === 'aggregate') {
    return aggregateRows(execution, plan);
  }
  if (plan.kind === 'count') {
    throw new SoqlUnsupported('rows of SELECT COUNT()', 0);
  }
  const found = findRows(execution, plan);
  execution.countRows(plan, found.length);
  return projectRows(execution, plan, found);
}

/** The row as it is now: a locator keeps the ids it found, not the values. */
function currentRow(execution: Execution, plan: Plan, found: Row): Row {
  const row = execution.tables.get(plan.object.name, found.Id, plan.query.isAllRows);
  if (row === null || (row['IsDeleted'] === true && !plan.query.isAllRows)) {
    throw new SoqlUnsupported('a row deleted since its locator or cursor was made', 0);
  }
  return row;
}
