/** Tabs: of an object, a Lightning page, a component or a web page. */
import { qualify, qualifyPlain } from '../../metadata/names.ts';
import type { NamedSource } from '../../metadata/tree.ts';

export interface Tab {
  readonly name: string;
  readonly kind: 'object' | 'page' | 'component' | 'other';
  /** Null where the object's own plural label is shown. */
  readonly label: string | null;
  /** Page or component of the tab. */
  readonly content: string | null;
  /** `custom:custom57`. */
  readonly iconName: string;
}

export function readTab({ node, name, namespace }: NamedSource): Tab {
  const page = node.text('flexiPage');
  const component = node.text('lwcComponent');
  const isObject = node.flag('customObject');
  return {
    name: isObject ? qualify(name, namespace) : qualifyPlain(name, namespace),
    kind: isObject ? 'object' : page !== null ? 'page' : component !== null ? 'component' : 'other',
    label: node.text('label'),
    content: page ?? (component === null ? null : `${namespace === '' ? 'c' : namespace}:${component}`),
    iconName: iconOf(node.text('motif')),
  };
}

/** A motif is `Custom57: Building Block`; the design system has icons 1 to 113 under the same numbers. */
function iconOf(motif: string | null): string {
  const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
  return number === undefined ? 'standard:custom' : `custom:custom${number}`;
}
