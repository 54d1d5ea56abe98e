import type { MetaFile } from '../model/meta-file.ts';
import type { ProjectModel } from '../model/project.ts';
import { objectNameOf } from '../model/objects.ts';
import { defect, type Defect, type Rule } from '../rule.ts';
import { childrenOf, textOf, type XmlElement } from '../xml.ts';

/** The words each type of component must carry, as far as the type has room for them. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  CustomObject: ['label', 'pluralLabel', 'description'],
  CustomField: ['label', 'description', 'inlineHelpText'],
  CustomTab: ['description'],
  CustomApplication: ['label', 'description'],
  PermissionSet: ['label', 'description'],
  CustomPermission: ['label', 'description'],
  QuickAction: ['label', 'description'],
  FlexiPage: ['masterLabel', 'description'],
  ReportType: ['label', 'description'],
  Report: ['name', 'description'],
  Dashboard: ['title', 'description'],
  ValidationRule: ['description', 'errorMessage'],
  FieldSet: ['label', 'description'],
  CompactLayout: ['label'],
  ListView: ['label'],
  GlobalValueSet: ['masterLabel', 'description'],
  CustomMetadata: ['label'],
  Flow: ['label', 'description'],
};
const LABEL_WORDS = ['shortDescription', 'value'];

/** Everything an admin can meet says what it is and what it is for. */
export const wordsRule: Rule = {
  name: 'words',
  *run(model): Generator<Defect> {
    for (const meta of model.metas) {
      const type = meta.kind?.type ?? '';
      if (meta.document.errors.length === 0 && isOurs(model, meta)) {
        const none = wordless(model, meta);
        yield* missing(
          meta,
          meta.root,
          (WORDS[type] ?? []).filter((word) => !none.includes(word)),
        );
      }
      for (const label of type === 'CustomLabels' ? childrenOf(meta.root, 'labels') : []) {
        yield* missing(meta, label, LABEL_WORDS);
      }
    }
    for (const bundle of model.bundles.values()) {
      if (bundle.isExposed && bundle.meta !== null) {
        yield* missing(bundle.meta, bundle.meta.root, ['masterLabel', 'description']);
      }
    }
  },
};

/** Words a type has room for and nobody would ever see: no page shows an event's fields, no list a custom setting. */
function wordless(model: ProjectModel, meta: MetaFile): readonly string[] {
  if (meta.kind?.type === 'CustomField' && model.object(objectNameOf(meta))?.kind === 'event') {
    return ['inlineHelpText'];
  }
  return meta.kind?.type === 'CustomObject' && model.object(meta.fullName)?.kind === 'setting' ? ['pluralLabel'] : [];
}

/** Standard objects and fields have the platform's words. */
function isOurs(model: ProjectModel, meta: MetaFile): boolean {
  if (meta.kind?.type === 'CustomField') {
    return meta.fullName.includes('__');
  }
  if (meta.kind?.type === 'CustomObject') {
    return meta.fullName.includes('__');
  }
  return meta.kind?.isPart !== true || model.object(objectNameOf(meta)) !== undefined;
}

function* missing(meta: MetaFile, element: XmlElement, words: readonly string[]): Generator<Defect> {
  for (const word of words) {
    const text = textOf(element, word);
    if (text === null || text === '') {
      const name = textOf(element, 'fullName') ?? meta.fullName;
      yield defect(
        meta.path,
        element.line,
        `${name} has no <${word}>`,
        `Add <${word}>, written for the one who reads it.`,
      );
    }
  }
}
