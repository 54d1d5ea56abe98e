/** One file of a component to JavaScript: types are erased, then the platform's own compiler does the rest. */
import { transformSync as compile, type TransformOptions } from '@lwc/compiler';
import { transformSync as erase } from 'esbuild';

export interface ComponentFile {
  readonly path: string;
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  /** `x.scoped.css` and styles imported as scoped. */
  readonly isScopedStyle: boolean;
  /** API version of the component's configuration file; the newest the compiler knows where it is newer. */
  readonly apiVersion?: number;
}
export interface CompiledFile {
  readonly code: string;
  readonly warnings: readonly string[];
}

/** Erasable TypeScript only, decorators and class fields kept: what the platform's own type stripping does. */
const ERASE = {
  loader: 'ts',
  target: 'esnext',
  tsconfigRaw: {
    compilerOptions: { experimentalDecorators: false, useDefineForClassFields: true, verbatimModuleSyntax: true },
  },
} as const;

export function compileFile(file: ComponentFile): CompiledFile {
  const isTypeScript = file.path.endsWith('.ts');
  const source = isTypeScript ? erase(file.source, { ...ERASE, sourcefile: file.path }).code : file.source;
  const path = isTypeScript ? file.path.replace(/\.ts$/, '.js') : file.path;
  const options: TransformOptions = {
    namespace: file.namespace,
    name: file.name,
    scopedStyles: file.isScopedStyle,
    enableDynamicComponents: true,
    // Modules may be imported by a name that is known when they are wanted only.
    experimentalDynamicComponent: { strictSpecifier: false },
    enableSyntheticElementInternals: true,
    outputConfig: { sourcemap: false },
    ...(file.apiVersion === undefined ? {} : { apiVersion: file.apiVersion }),
  };
  const { code, warnings } = compile(source, path, options);
  return { code, warnings: (warnings ?? []).map((warning) => warning.message) };
}
