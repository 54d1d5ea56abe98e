/** Pages, apps, tabs and layouts of all source trees, read once. */
import type { NamedSource, SourceTree } from '../../metadata/tree.ts';
import { readApplication, readOverride, type Application, type PageOverride } from './application.ts';
import { readFlexiPage, type FlexiPage } from './flexiPage.ts';
import { LOCAL_ORG_TABS } from './standardApps.ts';
import { readTab, type Tab } from './tab.ts';

export class PageModel {
  readonly applications: readonly Application[];
  readonly pages: readonly FlexiPage[];
  readonly tabs: ReadonlyMap<string, Tab>;
  /** Of objects themselves; an app's come first. */
  readonly overrides: readonly PageOverride[];

  constructor(trees: readonly SourceTree[]) {
    const of = (type: string): readonly NamedSource[] =>
      trees.flatMap((tree) => tree.others.filter((one) => one.type === type));
    this.applications = of('app').map(readApplication);
    this.pages = of('flexipage').map(readFlexiPage);
    this.tabs = new Map([...of('tab').map(readTab), ...LOCAL_ORG_TABS].map((tab) => [tab.name, tab]));
    this.overrides = trees.flatMap((tree) =>
      [...tree.objects.values()].flatMap((object) =>
        object.actionOverrides.map((node) => readOverride(node, tree.namespace, object.name)),
      ),
    );
  }

  /** Whether the sources bring the tab, rather than every org. */
  hasOwnTab(name: string): boolean {
    return this.tabs.has(name) && !LOCAL_ORG_TABS.some((tab) => tab.name === name);
  }
  page(name: string): FlexiPage | null {
    return this.pages.find((page) => page.name === name) ?? null;
  }
  application(name: string): Application | null {
    return this.applications.find((one) => one.name === name) ?? null;
  }

  /**
   * The record page of an object: the app's, the object's, or, where nothing activates one, the first page written for
   * it. An administrator would activate it in an org; nobody can here. Null: the platform's own page.
   */
  recordPage(objectName: string, application: Application | null, formFactor: 'Large' | 'Small'): FlexiPage | null {
    const isWanted = (one: PageOverride): boolean =>
      one.action === 'View' &&
      one.type === 'Flexipage' &&
      one.target === objectName &&
      (one.formFactor ?? formFactor) === formFactor;
    const override = (application?.overrides ?? []).find(isWanted) ?? this.overrides.find(isWanted);
    return (
      (override === undefined ? null : this.page(override.content)) ??
      this.pages.find((page) => page.type === 'RecordPage' && page.objectName === objectName) ??
      null
    );
  }

  homePage(application: Application | null): FlexiPage | null {
    const override = (application?.overrides ?? []).find(
      (one) => one.action === 'Tab' && one.target === 'standard-home' && one.type === 'Flexipage',
    );
    return override === undefined
      ? (this.pages.find((page) => page.type === 'HomePage') ?? null)
      : this.page(override.content);
  }
}
