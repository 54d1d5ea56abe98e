/** Custom labels by namespace and name, in the language asked for or as the label itself is written. */
import type { LabelSource, TranslationSource } from '../metadata/tree.ts';

interface Label {
  readonly value: string;
  /** Lower-case language to text. */
  readonly translations: Map<string, string>;
}

export class Labels {
  readonly #labels = new Map<string, Label>();
  readonly #namespaces: readonly string[];

  constructor(
    sources: readonly {
      readonly namespace: string;
      readonly labels: readonly LabelSource[];
      readonly translations: readonly TranslationSource[];
    }[],
  ) {
    this.#namespaces = [...new Set(['', ...sources.map((one) => one.namespace)])];
    for (const { labels } of sources) {
      for (const label of labels) {
        this.#labels.set(key(label.namespace, label.name), { value: label.value, translations: new Map() });
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

  has(namespace: string, name: string): boolean {
    return this.#find(namespace, name) !== null;
  }

  text(namespace: string, name: string, language: string): string | null {
    const label = this.#find(namespace, name);
    return label === null ? null : (label.translations.get(language.toLowerCase()) ?? label.value);
  }

  /** Without a namespace, or with `c`, the org's own labels are meant; in a package's own code those of the package. */
  #find(namespace: string, name: string): Label | null {
    const namespaces = namespace === '' || namespace.toLowerCase() === 'c' ? this.#namespaces : [namespace];
    return namespaces.map((one) => this.#labels.get(key(one, name))).find((one) => one !== undefined) ?? null;
  }
}

const key = (namespace: string, name: string): string => `${namespace}.${name}`.toLowerCase();
