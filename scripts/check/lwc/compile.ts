import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformSync } from '@lwc/compiler';
import { type Bundle, readBundles } from '../../generate/bundles.ts';
import { eraseTypes, readBuildOptions, SyntaxErrorInSource } from '../../generate/erase.ts';
import { listFiles } from '../../generate/files.ts';
import type { Check, Finding, Project } from '../types.ts';
import { type ComponentClass, readComponent } from './component.ts';
import { Importable } from './imports.ts';
import { checkMeta } from './meta.ts';
import { type BaseComponents, GLOBAL_ATTRIBUTES, readBaseComponents } from './platform.ts';
import { generatedLineToSource } from './source-lines.ts';
import { type ChildComponent, readTemplate } from './template.ts';

export const lwcCompile: Check = {
  name: 'lwc-compile',
  proves: 'Every component compiles, and what its script, template and js-meta.xml name exists.',
  readsNamespace: false,
  run: (project) => Promise.resolve(new BundleCheck(project).run()),
};

class BundleCheck {
  readonly #project: Project;
  readonly #bundles: readonly Bundle[];
  readonly #classes: ReadonlyMap<string, ComponentClass | undefined>;
  readonly #base: BaseComponents = readBaseComponents();
  readonly #importable: Importable;
  readonly #options: ReturnType<typeof readBuildOptions>;
  readonly #findings: Finding[] = [];

  constructor(project: Project) {
    this.#project = project;
    this.#options = { ...readBuildOptions(project.root), inlineSourceMap: true };
    this.#bundles = readBundles(project.root, project.packageDirectories);
    const names = new Set(this.#bundles.map(({ name }) => name));
    this.#classes = new Map(
      this.#bundles.map(({ name, text, script }) => [name, readComponent(text, script).component]),
    );
    this.#importable = new Importable(project, names, this.#base);
  }

  run(): readonly Finding[] {
    for (const bundle of this.#bundles) {
      this.#checkMeta(bundle);
      for (const file of this.#partsOf(bundle, '.ts')) {
        this.#checkScript(bundle, file);
      }
      for (const file of [...this.#partsOf(bundle, '.html'), ...this.#partsOf(bundle, '.css')]) {
        this.#checkPart(bundle, file);
      }
    }
    this.#checkStrays();
    return this.#findings;
  }

  #partsOf(bundle: Bundle, suffix: string): string[] {
    return listFiles(this.#project.root, [bundle.folder], suffix).filter((file) => !file.includes('/__tests__/'));
  }

  /** A bundle that is no TypeScript would be deployed, and checked by nobody. */
  #checkStrays(): void {
    const known = new Set(this.#bundles.map(({ folder }) => folder));
    for (const file of listFiles(this.#project.root, this.#project.packageDirectories, '.js-meta.xml')) {
      if (!known.has(dirname(file))) {
        const name = basename(dirname(file));
        this.#add('script', file, 1, `the bundle has no ${name}.ts`, 'Write it in TypeScript, or remove the bundle.');
      }
    }
  }

  #checkScript(bundle: Bundle, file: string): void {
    const text = this.#read(file);
    for (const imported of readComponent(text, file).imports) {
      const message = this.#importable.problemOf(imported);
      if (message) {
        this.#add('import', file, imported.line, message, 'Correct the import, or add what it names.');
      }
    }
    try {
      const code = eraseTypes(text, file, this.#options);
      this.#compile(bundle, file, code, 'script', (line) => generatedLineToSource(code, line));
    } catch (error) {
      if (!(error instanceof SyntaxErrorInSource)) {
        throw error;
      }
      this.#add('script', file, error.line, error.message, 'Mend the syntax.');
    }
  }

  #checkPart(bundle: Bundle, file: string): void {
    const text = this.#read(file);
    if (file.endsWith('.css')) {
      this.#compile(bundle, file, text, 'style', (line) => line);
      return;
    }
    const facts = readTemplate(text, bundle.name);
    for (const { line, message } of facts.errors) {
      this.#add('template', file, line, message, 'Change the template as the message says.');
    }
    for (const child of facts.children) {
      this.#checkChild(file, child);
    }
    const component = this.#classes.get(bundle.name);
    if (component?.membersAreKnown) {
      for (const { name, line } of facts.names.filter((used) => !component.members.has(used.name))) {
        this.#add(
          'expression',
          file,
          line,
          `the class has no member ${name}`,
          'Correct the name, or add it to the class.',
        );
      }
    }
    if (facts.errors.length === 0) {
      this.#compile(bundle, file, text, 'template', (line) => line);
    }
  }

  #checkChild(file: string, child: ChildComponent): void {
    const [, namespace = '', kebab = ''] = /^(c|lightning)-(.+)$/.exec(child.tag) ?? [];
    const name = kebab.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
    const exists = namespace === 'c' ? this.#classes.has(name) : namespace === 'lightning' && this.#base.has(name);
    if (!exists) {
      this.#add(
        'child',
        file,
        child.line,
        `no component is named ${child.tag}`,
        'Correct the name, or add the component.',
      );
      return;
    }
    const known = namespace === 'c' ? this.#classes.get(name)?.properties : this.#base.properties(name);
    for (const attribute of child.attributes) {
      if (known && !known.has(attribute.property) && !isGlobal(attribute.name)) {
        const message = `${child.tag} has no attribute ${attribute.name}`;
        this.#add('attribute', file, attribute.line, message, 'Use a public property of the component.');
      }
    }
  }

  #checkMeta(bundle: Bundle): void {
    const file = `${bundle.folder}/${bundle.name}.js-meta.xml`;
    if (!existsSync(join(this.#project.root, file))) {
      this.#add(
        'meta',
        bundle.script,
        1,
        `${bundle.name}.js-meta.xml is missing`,
        'Add it: without it nothing is deployed.',
      );
      return;
    }
    const problems = checkMeta(this.#read(file), {
      apiVersion: this.#apiVersion(),
      properties: this.#classes.get(bundle.name)?.properties ?? new Set(),
      hasObject: (name) => this.#importable.schema.hasObject(name),
    });
    for (const { line, message, fix } of problems) {
      this.#add('meta', file, line, message, fix);
    }
  }

  /** What LWC's compiler throws carries its own position, in the text it was given. */
  #compile(bundle: Bundle, file: string, code: string, rule: string, toSource: (line: number) => number): void {
    try {
      transformSync(code, basename(file).replace(/\.ts$/, '.js'), { name: bundle.name, namespace: 'c' });
    } catch (error) {
      const line = (error as { location?: { line?: number } }).location?.line ?? 1;
      // Babel puts the path of the file it believes it reads in front of the message, and an excerpt behind it.
      const message =
        String(error)
          .split('\n')[0]
          ?.replace(/^.*?(?=LWC\d+:)/, '') ?? '';
      this.#add(rule, file, toSource(line), message, 'Change it as the message of the LWC compiler says.');
    }
  }

  #apiVersion(): string {
    return (JSON.parse(this.#read('sfdx-project.json')) as { sourceApiVersion: string }).sourceApiVersion;
  }

  #read(file: string): string {
    return readFileSync(join(this.#project.root, file), 'utf8');
  }

  #add(rule: string, file: string, line: number, message: string, fix: string): void {
    this.#findings.push({ check: `lwc-compile/${rule}`, file, line, message, fix });
  }
}

function isGlobal(attribute: string): boolean {
  return GLOBAL_ATTRIBUTES.has(attribute) || /^(aria|data)-/.test(attribute);
}
