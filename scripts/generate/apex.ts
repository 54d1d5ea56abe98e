import type { ApexMethodModel, ApexTypeModel } from './apex-model.ts';
import { readApexFile } from './apex-model.ts';
import { ALIASES, interfaceName, toTypeScript, TypeIndex, UnsupportedApexType } from './apex-to-typescript.ts';
import { featureOf, type Problem, readFiles, type SourceFile } from './files.ts';

/** The declarations of every Apex method a component can call, and of every view class those methods mention. */
export interface ApexDeclarations {
  readonly methods: string;
  readonly views: string;
  /** `OpportunityTimeController.getBudget` and its like, for the checks of imports. */
  readonly imports: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export function declareApex(root: string, folders: readonly string[]): ApexDeclarations {
  const problems: Problem[] = [];
  const types = readTypes(readFiles(root, folders, '.cls'), problems);
  const writer = new ApexWriter(new TypeIndex(types), problems);
  const imports = new Set<string>();
  const modules: string[] = [];
  for (const type of types) {
    for (const method of type.methods) {
      imports.add(`${type.name}.${method.name}`);
      modules.push(writer.module(type, method));
    }
    // A view that no method returns yet is declared as well: its component is often written first.
    if (type.fields.length > 0) {
      writer.use(type);
    }
  }
  return { methods: modules.join('\n'), views: writer.views(), imports, problems };
}

function readTypes(sources: readonly SourceFile[], problems: Problem[]): ApexTypeModel[] {
  const enumsAndViews = /@AuraEnabled\b|\benum\b/i;
  return sources
    .filter((source) => enumsAndViews.test(source.text))
    .flatMap((source) => {
      const types = readApexFile(source);
      if (Array.isArray(types)) {
        return types;
      }
      problems.push({
        file: source.path,
        line: types.line,
        message: types.message,
        fix: 'Mend the Apex syntax, then generate again.',
      });
      return [];
    });
}

class ApexWriter {
  readonly #index: TypeIndex;
  readonly #problems: Problem[];
  readonly #uses = new Set<ApexTypeModel>();

  constructor(index: TypeIndex, problems: Problem[]) {
    this.#index = index;
    this.#problems = problems;
  }

  use(type: ApexTypeModel): void {
    this.#uses.add(type);
  }

  /** One module per method and no wildcard: an import of a method that does not exist is an error of tsc. */
  module(type: ApexTypeModel, method: ApexMethodModel): string {
    const uses = new Set<ApexTypeModel>();
    const write = (part: ApexMethodModel['parameters'][number]['type']): string => this.#write(part, type, uses);
    const parameters = method.parameters.map(
      (parameter) => `readonly ${parameter.name}: ${write(parameter.type)} | null | undefined`,
    );
    const config = parameters.length > 0 ? `{ ${parameters.join('; ')} }` : 'NoParameters';
    const result = method.returns ? `${write(method.returns)} | null` : 'null';
    const kind = method.cacheable ? 'ApexMethod' : 'ApexAction';
    const imports = [...uses].map((used) => this.#importOf(used));
    return [
      `declare module '@salesforce/apex/${type.name}.${method.name}' {`,
      `  import type { ${[kind, ...(parameters.length > 0 ? [] : ['NoParameters']), ...ALIASES].join(', ')} } from 'wire';`,
      ...imports,
      `  const method: ${kind}<${config}, ${result}>;`,
      '  export default method;',
      '}',
    ].join('\n');
  }

  /** One module per feature, `views/time`, with an interface for each class of that feature that reaches a component. */
  views(): string {
    const features = new Map<string, { readonly lines: string[]; readonly foreign: Set<ApexTypeModel> }>();
    // Writing a view may add the views it mentions to the set; a Set visits what is added while it is walked.
    for (const type of this.#uses) {
      const feature = featureOf(type.file);
      const module = features.get(feature) ?? { lines: [], foreign: new Set<ApexTypeModel>() };
      features.set(feature, module);
      const uses = new Set<ApexTypeModel>();
      module.lines.push(...this.#view(type, uses));
      for (const used of uses) {
        this.#uses.add(used);
        if (featureOf(used.file) !== feature) {
          module.foreign.add(used);
        }
      }
    }
    return [...features]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([feature, module]) =>
        [
          `declare module 'views/${feature}' {`,
          `  import type { ${ALIASES.join(', ')} } from 'wire';`,
          ...[...module.foreign].map((used) => this.#importOf(used)),
          ...module.lines,
          '}',
        ].join('\n'),
      )
      .join('\n');
  }

  #importOf(type: ApexTypeModel): string {
    this.#uses.add(type);
    return `  import type { ${interfaceName(type)} } from 'views/${featureOf(type.file)}';`;
  }

  #view(type: ApexTypeModel, uses: Set<ApexTypeModel>): string[] {
    if (type.constants) {
      const names = type.constants.map((constant) => `'${constant}'`).join(' | ');
      return [`  export type ${interfaceName(type)} = ${names || 'never'};`];
    }
    const parent = type.parent ? this.#index.find(type.parent, type) : undefined;
    if (parent) {
      uses.add(parent);
    }
    return [
      `  /** ${type.name}, ${type.file}:${type.line} */`,
      `  export interface ${interfaceName(type)}${parent ? ` extends ${interfaceName(parent)}` : ''} {`,
      ...type.fields.map((field) => {
        const written = this.#write(field.type, type, uses);
        // The platform writes null for an empty field of a class, or leaves it out: both readings must be handled.
        return field.initialized
          ? `    readonly ${field.name}: ${written};`
          : `    readonly ${field.name}?: ${written} | null;`;
      }),
      '  }',
    ];
  }

  #write(type: ApexMethodModel['parameters'][number]['type'], asker: ApexTypeModel, uses: Set<ApexTypeModel>): string {
    try {
      return type.name.toLowerCase() === 'void' ? 'null' : toTypeScript(type, asker, this.#index, uses);
    } catch (error) {
      if (!(error instanceof UnsupportedApexType)) {
        throw error;
      }
      this.#problems.push({
        file: asker.file,
        line: error.line,
        message: error.message,
        fix: 'Return a primitive, a list, a map by String, a record or a view class with @AuraEnabled fields.',
      });
      return 'never';
    }
  }
}
