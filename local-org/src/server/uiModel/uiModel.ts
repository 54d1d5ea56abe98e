/** What the sources say about how objects are shown: list views, layouts, actions, paths. Read once, plain data. */
import type { ObjectInfo } from '../../data/schema.ts';
import { withoutNamespace } from '../../metadata/names.ts';
import type { SourceTree } from '../../metadata/tree.ts';
import { CompactLayouts } from './compactLayouts.ts';
import { Layouts } from './layouts.ts';
import { readListView, type ListView } from './listView.ts';
import type { PageLayout } from './layout.ts';
import { readPathAssistant, type PathAssistant } from './pathAssistant.ts';
import { readQuickAction, type QuickAction } from './quickAction.ts';
import { defaultColumns, generatedLists, recentList } from './standardLists.ts';

export class UiModel {
  /** By lower-case object name. */
  readonly #listViews = new Map<string, ListView[]>();
  readonly #layouts: Layouts;
  readonly #compactLayouts: CompactLayouts;
  readonly #quickActions: readonly QuickAction[];
  readonly #paths: readonly PathAssistant[];

  constructor(trees: readonly SourceTree[]) {
    this.#layouts = new Layouts(trees);
    this.#compactLayouts = new CompactLayouts(trees);
    const others = trees.flatMap((tree) => tree.others);
    this.#quickActions = others.filter((one) => one.type === 'quickAction').map(readQuickAction);
    this.#paths = others.filter((one) => one.type === 'pathAssistant').map(readPathAssistant);
    for (const tree of trees) {
      for (const object of tree.objects.values()) {
        for (const source of object.listViews) {
          add(this.#listViews, object.name, readListView(source, object.name));
        }
      }
    }
  }

  /** All list views of an object, the platform's own behind those of the sources. */
  listViews(object: ObjectInfo): readonly ListView[] {
    const own = this.#listViews.get(object.name.toLowerCase()) ?? [];
    return [...(own.length === 0 ? generatedLists(object) : own), recentList(object, this.columns(object))];
  }
  /** What people tell rows of an object by: the columns of its first list view, which is `All` where there is one. */
  columns(object: ObjectInfo): readonly string[] {
    const own = this.#listViews.get(object.name.toLowerCase()) ?? [];
    const first = own.find((view) => withoutNamespace(view.name) === 'All') ?? own[0];
    return first === undefined || first.columns.length === 0 ? defaultColumns(object) : first.columns;
  }
  /** By name with or without namespace; `Recent` and `All` mean the platform's own where no other has that name. */
  listView(object: ObjectInfo, name: string): ListView | null {
    const views = this.listViews(object);
    const folded = name.toLowerCase();
    const named =
      views.find((view) => view.name.toLowerCase() === folded) ??
      views.find((view) => withoutNamespace(view.name).toLowerCase() === folded);
    const platform =
      folded === 'recent'
        ? recentList(object, this.columns(object))
        : folded === 'all'
          ? generatedLists(object)[0]
          : undefined;
    return named ?? platform ?? null;
  }
  layout(object: ObjectInfo, profile: string | null, recordType: string | null): PageLayout {
    return this.#layouts.of(object, profile, recordType);
  }
  hasLayout(object: ObjectInfo): boolean {
    return this.#layouts.has(object);
  }
  /** Of an object; null: global ones. */
  quickActionsOf(objectName: string | null): readonly QuickAction[] {
    return this.#quickActions.filter((action) => action.objectName === objectName);
  }
  /** By full name, or by the name alone on a record's page. */
  quickAction(name: string, objectName: string | null): QuickAction | null {
    const folded = [name, `${objectName ?? ''}.${name}`].map((one) => one.toLowerCase());
    return this.#quickActions.find((action) => folded.includes(action.name.toLowerCase())) ?? null;
  }
  /** The active path of a record type; null: the record has none, or the platform's own. */
  path(objectName: string, recordType: string | null): PathAssistant | null {
    const paths = this.#paths.filter((one) => one.isActive && one.objectName === objectName);
    return paths.find((one) => one.recordType === recordType) ?? null;
  }
  compactFields(object: ObjectInfo): readonly string[] {
    return this.#compactLayouts.fieldsOf(object);
  }
}

function add<T>(map: Map<string, T[]>, objectName: string, value: T): void {
  const folded = objectName.toLowerCase();
  const list = map.get(folded) ?? [];
  list.push(value);
  map.set(folded, list);
}
