import { join } from 'node:path';
import ts from 'typescript';

/** A source that is not TypeScript; the position points into the source. */
export class SyntaxErrorInSource extends Error {
  override readonly name = 'SyntaxErrorInSource';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.file = file;
    this.line = line;
  }
}

/** What TypeScript declares with `any`. */
export interface ConfigFile {
  readonly config?: unknown;
  readonly error?: ts.Diagnostic;
}

/** The options of `tsconfig.build.json`, with what it extends. */
export function readBuildOptions(root: string): ts.CompilerOptions {
  const path = join(root, 'tsconfig.build.json');
  const read: ConfigFile = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (read.error) {
    throw new Error(ts.flattenDiagnosticMessageText(read.error.messageText, '\n'));
  }
  return ts.parseJsonConfigFileContent(read.config, ts.sys, root).options;
}

/**
 * Turns TypeScript into the JavaScript that LWC's compiler takes: types go, decorators and class fields stay as they are.
 * File by file, without types: `isolatedModules` and `erasableSyntaxOnly` guarantee that this is enough.
 */
export function eraseTypes(text: string, file: string, options: ts.CompilerOptions): string {
  const output = ts.transpileModule(text, { compilerOptions: options, fileName: file, reportDiagnostics: true });
  const problem = output.diagnostics?.find((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
  if (problem) {
    const line = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
    throw new SyntaxErrorInSource(file, line + 1, ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  }
  return output.outputText;
}
