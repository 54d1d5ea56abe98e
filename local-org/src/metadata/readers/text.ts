/** Labels and their translations. */
import type { LabelSource, TranslationSource } from '../tree.ts';
import type { XmlNode } from '../xml.ts';

export function readLabels(root: XmlNode, namespace: string): readonly LabelSource[] {
  return root.all('labels').map((one) => ({
    name: one.text('fullName') ?? '',
    namespace,
    // Blanks at both ends belong to the text of a label only where they were typed; the platform trims them.
    value: one.text('value') ?? '',
    language: one.text('language') ?? 'en_US',
    isProtected: one.flag('protected'),
    categories: one.text('categories'),
    shortDescription: one.text('shortDescription'),
  }));
}

export function readTranslations(root: XmlNode, language: string): TranslationSource {
  return {
    language,
    labels: new Map(root.all('customLabels').map((one) => [one.text('name') ?? '', one.text('label') ?? ''])),
  };
}
