/** Everything a query reads, written down while it is planned: what user mode checks, and what the compiler binds. */
import type { FieldInfo, ObjectInfo } from '../../data/schema.ts';
import type { BindUse } from './plan.ts';
import type { ResolvedField } from './resolvePath.ts';

export interface FieldUse {
  readonly at: number;
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly isSelected: boolean;
}
export interface ObjectUse {
  readonly object: ObjectInfo;
  readonly at: number;
}

export class Uses {
  readonly fields: FieldUse[] = [];
  readonly objects: ObjectUse[] = [];
  readonly binds: BindUse[] = [];
  childQueries = 0;

  addPath(resolved: ResolvedField, isSelected: boolean): void {
    const { at } = resolved;
    for (const { object, lookup } of resolved.steps) {
      this.fields.push({ at, object, field: lookup, isSelected });
    }
    this.fields.push({ at, object: resolved.object, field: resolved.field, isSelected });
  }
}
