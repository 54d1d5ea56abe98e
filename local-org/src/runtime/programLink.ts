/** What a transaction needs of the linked program beyond what the rest of the org sees of it. */
import type { PlatformCatalog } from '../system/catalog.ts';
import type { ProgramHost, Runtime, StackFrame } from './runtime.ts';
import type { ClassInfo } from './userClass.ts';

/** How the code of one file opens the database when a statement does not say it. */
export interface CodeMode {
  /** Of the package or org the code belongs to. */
  readonly namespace: string;
  /** API version 67 and later: user mode. */
  readonly isUserMode: boolean;
  readonly sharing: 'with' | 'without' | 'caller';
  /** What `caller` means when there is no caller: `inherited sharing` enforces it, no keyword does not. */
  readonly isSharedAtEntry: boolean;
}

export interface ProgramLink extends ProgramHost {
  readonly catalog: PlatformCatalog;
  /** By name in any case, with or without its namespace. */
  findClass(name: string, namespace: string | null): ClassInfo | null;
  /** Apex frames of a JavaScript stack, innermost first. */
  frames(stack: string): readonly (StackFrame & { readonly mode: CodeMode })[];
  /** Makes `runtime` the one the program runs in, with fresh statics unless some are given; returns what was before. */
  enter(runtime: Runtime | null, statics: ProgramStatics | null): ProgramStatics;
}

/** The statics of all classes and the transaction they belong to. */
export interface ProgramStatics {
  readonly runtime: Runtime | null;
  readonly values: readonly unknown[];
  readonly ticks: number;
  readonly depth: number;
}
