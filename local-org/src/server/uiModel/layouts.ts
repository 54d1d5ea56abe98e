/** Page layouts of all sources, and which profile gets which. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { SourceTree } from '../../metadata/tree.ts';
import { layoutName, readLayout, type PageLayout } from './layout.ts';
import { standardLayout } from './standardLayouts.ts';

/** Profiles whose metadata is named differently from what people see. */
const PROFILE_LABELS: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  MinimumAccess: 'Minimum Access - Salesforce',
};

interface Assignment {
  readonly profile: string;
  readonly layout: string;
  readonly recordType: string | null;
}

export class Layouts {
  readonly #layouts: readonly PageLayout[];
  readonly #assignments: readonly Assignment[];

  constructor(trees: readonly SourceTree[]) {
    this.#layouts = trees.flatMap((tree) =>
      tree.others.filter((one) => one.type === 'layout').map((source) => readLayout(source)),
    );
    this.#assignments = trees.flatMap((tree) =>
      tree.permissions
        .filter((one) => one.kind === 'profile')
        .flatMap(({ name, layouts }) =>
          layouts.map(({ layout, recordType }) => ({
            profile: PROFILE_LABELS[name] ?? name,
            layout: layoutName(layout, tree.namespace),
            recordType: recordType?.split('.').at(-1) ?? null,
          })),
        ),
    );
  }

  has(object: ObjectInfo): boolean {
    return this.#layouts.some((layout) => layout.objectName === object.name);
  }
  /** What the profile assigns for the record type, or for all, else the object's first, else that of a new org. */
  of(object: ObjectInfo, profile: string | null, recordType: string | null): PageLayout {
    const own = this.#layouts.filter((layout) => layout.objectName === object.name);
    const assigned = this.#assignments.filter(
      (one) => one.profile === profile && one.layout.startsWith(`${object.name}-`),
    );
    const name =
      assigned.find((one) => one.recordType !== null && one.recordType === recordType)?.layout ??
      assigned.find((one) => one.recordType === null)?.layout;
    return own.find((layout) => layout.name === name) ?? own[0] ?? standardLayout(object);
  }
}
