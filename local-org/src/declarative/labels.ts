/** Custom labels by namespace and name, in the language asked for or as the label itself is written. */
import type { Packages } from '../org/packages.ts';
import type { LabelSource, TranslationSource } from '../metadata/tree.ts';

interface Label {
  readonly value: string;
  readonly namespace: string;
  readonly isProtected: boolean;
  /** Lower-case language to text. */
  readonly translations: Map<string, string>;
}

export class Labels {
  readonly #labels = new Map<string, Label>();
  readonly #namespaces: readonly string[];
  readonly #packages: Packages | null;

  constructor(
    sources: readonly {
      readonly namespace: string;
      readonly labels: readonly LabelSource[];
      readonly translations: readonly TranslationSource[];
    }[],
    packages: Packages | null = null,
  ) {
    this.#packages = packages;
    const own = sources.map((one) => one.namespace).filter((one) => packages?.has(one) !== true);
    this.#namespaces = [...new Set(['', ...own])];
    for (const { labels } of sources) {
      for (const label of labels) {
        this.#labels.set(key(label.namespace, label.name), {
          value: label.value,
          namespace: label.namespace,
          isProtected: label.isProtected,
          translations: new Map(),
        });
      }
    }
    for (const { namespace, translations } of sources) {
      for (const { language, labels } of translations) {
        for (const [name, text] of labels) {
          this.#labels.get(key(namespace, name))?.translations.set(language.toLowerCase(), text);
        }
      }
    }
  }

  has(namespace: string, name: string, viewer: string): boolean {
    return this.#find(namespace, name, viewer) !== null;
  }

  text(namespace: string, name: string, language: string, viewer: string): string | null {
    const label = this.#find(namespace, name, viewer);
    return label === null ? null : (label.translations.get(language.toLowerCase()) ?? label.value);
  }

  /**
   * Without a namespace, or with `c`, the org's own labels are meant; in a package's own code those of the package.
   * Protected labels of a package are there for its own code alone.
   */
  #find(namespace: string, name: string, viewer: string): Label | null {
    const isOwn = namespace === '' || namespace.toLowerCase() === 'c';
    const namespaces = isOwn ? [viewer, ...this.#namespaces] : [namespace];
    const found = namespaces.map((one) => this.#labels.get(key(one, name))).find((one) => one !== undefined) ?? null;
    const isHidden =
      found?.isProtected === true &&
      this.#packages?.has(found.namespace) === true &&
      found.namespace.toLowerCase() !== viewer.toLowerCase();
    return isHidden ? null : found;
  }
}

const key = (namespace: string, name: string): string => `${namespace}.${name}`.toLowerCase();
