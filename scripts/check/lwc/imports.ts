import { declareApex } from '../../generate/apex.ts';
import { readCustomPermissions, readLabels } from '../../generate/names.ts';
import { SchemaModel } from '../../generate/schema.ts';
import type { Project } from '../types.ts';
import type { ModuleImport } from './component.ts';
import { type BaseComponents, LWC_EXPORTS, PLATFORM_VALUES } from './platform.ts';

/** Everything that an import of a component can name. */
export class Importable {
  readonly schema: SchemaModel;
  readonly #bundles: ReadonlySet<string>;
  readonly #base: BaseComponents;
  readonly #apex: ReadonlySet<string>;
  readonly #labels: ReadonlySet<string>;
  readonly #permissions: ReadonlySet<string>;

  constructor(project: Project, bundles: ReadonlySet<string>, base: BaseComponents) {
    const { root, packageDirectories } = project;
    this.schema = new SchemaModel(root, packageDirectories);
    this.#bundles = bundles;
    this.#base = base;
    this.#apex = declareApex(root, packageDirectories).imports;
    this.#labels = readLabels(root, packageDirectories);
    this.#permissions = readCustomPermissions(root, packageDirectories);
  }

  /** What is wrong with an import, or undefined. Imports within the bundle are tsc's to resolve. */
  problemOf({ module, names }: ModuleImport): string | undefined {
    if (module === 'lwc') {
      const illegal = names.find((name) => !LWC_EXPORTS.has(name));
      return illegal && `the platform does not let components import ${illegal} from lwc`;
    }
    return module.startsWith('.') || this.#exists(module) ? undefined : `nothing is named ${module}`;
  }

  #exists(module: string): boolean {
    const [scope, kind] = module.split('/');
    const name = module.split('/').slice(2).join('/');
    if (scope === 'c') {
      return this.#bundles.has(module.slice('c/'.length));
    }
    if (scope === 'lightning') {
      return this.#base.has(module.slice('lightning/'.length));
    }
    if (scope !== '@salesforce') {
      return false;
    }
    switch (kind) {
      case 'label':
        return name.startsWith('c.') && this.#labels.has(name.slice('c.'.length));
      case 'schema':
        return this.schema.has(name);
      case 'customPermission':
        return this.#permissions.has(name);
      default:
        return this.#apex.has(name) || PLATFORM_VALUES.test(module);
    }
  }
}
