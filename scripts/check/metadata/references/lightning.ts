import { codeOnly } from '../code.ts';
import type { LightningBundle } from '../model/lightning.ts';
import { resolvePath } from '../model/paths.ts';
import type { ProjectModel } from '../model/project.ts';
import { defect, didYouMean, type Defect, type Rule } from '../rule.ts';
import { lineOf } from '../tree.ts';

const IMPORT = /\bfrom\s+['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
const CHILD = /<c-([a-z][\w-]*)/g;

/** Imports of Lightning scripts and child components of templates exist; tests may import what they mock. */
export const lightningReferencesRule: Rule = {
  name: 'lightning',
  *run(model): Generator<Defect> {
    for (const bundle of model.bundles.values()) {
      for (const [path, text] of bundle.files) {
        if (path.endsWith('.html')) {
          yield* childComponents(model, path, text);
          continue;
        }
        for (const match of text.matchAll(IMPORT)) {
          const problem = problemOf(model, match[1] ?? match[2] ?? '');
          if (problem !== null) {
            yield defect(path, lineOf(text, match.index), problem.message, `Name one that exists.${problem.hint}`);
          }
        }
      }
      yield* configuredObjects(model, bundle);
    }
  },
};

function* childComponents(model: ProjectModel, path: string, text: string): Generator<Defect> {
  for (const match of text.matchAll(CHILD)) {
    const name = (match[1] ?? '').replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    if (!model.bundles.has(name)) {
      const fix = `Name one that exists.${didYouMean(name, model.bundles.keys())}`;
      yield defect(path, lineOf(text, match.index), `Component <c-${match[1] ?? ''}> does not exist`, fix);
    }
  }
}

function* configuredObjects(model: ProjectModel, bundle: LightningBundle): Generator<Defect> {
  for (const config of bundle.configs) {
    for (const object of config.objects) {
      if (bundle.meta !== null && model.object(object) === undefined) {
        yield defect(
          bundle.meta.path,
          config.element.line,
          `Object ${object} does not exist`,
          'Name an object that exists.',
        );
      }
    }
  }
}

function problemOf(model: ProjectModel, module: string): { message: string; hint: string } | null {
  const [, kind, name = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(module) ?? [];
  const missing = (what: string, names: Iterable<string>): { message: string; hint: string } => {
    return { message: `${what} of import '${module}' does not exist`, hint: didYouMean(name, names) };
  };
  if (module.startsWith('c/')) {
    const component = module.slice(2).split('/')[0] ?? '';
    return model.bundles.has(component) ? null : missing('The component', model.bundles.keys());
  }
  switch (kind) {
    case 'label':
      return model.labels.has(name.replace(/^c\./, '').toLowerCase())
        ? null
        : missing('The label', model.labels.keys());
    case 'customPermission':
      return model.has('CustomPermission', name) ? null : missing('The custom permission', []);
    case 'resourceUrl':
      return model.has('StaticResource', name.split('/')[0] ?? '') ? null : missing('The static resource', []);
    case 'schema':
      return schemaExists(model, name) ? null : missing('The object or field', []);
    case 'apex':
      return apexMethodExists(model, name) ? null : missing('The @AuraEnabled method', []);
    default:
      return null;
  }
}

function schemaExists(model: ProjectModel, name: string): boolean {
  const [object = '', ...path] = name.split('.');
  return path.length === 0 ? model.object(object) !== undefined : 'field' in resolvePath(model, object, path.join('.'));
}

function apexMethodExists(model: ProjectModel, name: string): boolean {
  const [type = '', method = ''] = name.split('.');
  const code = codeOnly(model.classes.get(type.toLowerCase())?.text ?? '');
  const declaration = new RegExp(`@AuraEnabled\\b(?:\\s*\\([^)]*\\))?[^;{}]*\\b${method}\\s*\\(`, 'i');
  return /^\w+$/.test(method) && declaration.test(code);
}
