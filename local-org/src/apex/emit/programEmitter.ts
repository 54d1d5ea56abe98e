/** What all functions of one emitted text share. */
import type { ApexType, CheckedProgram, UserType } from '../types.ts';
import { EnumValue, enumValues } from '../../runtime/enumValue.ts';
import type { Position } from '../ast.ts';
import type { CodeMode } from '../../runtime/programLink.ts';
import type { ClassInfo } from '../../runtime/userClass.ts';
import { Constants } from './constants.ts';
import { CoverageSlots } from './coverage.ts';
import { LineWriter } from './lines.ts';
import { Refusals } from './refusals.ts';
import { Recursion } from './recursion.ts';
import { TypeFacts } from './typeFacts.ts';

/** From here on code runs in user mode and shares by default. */
const USER_MODE_VERSION = 67;

export interface EmitterOptions {
  readonly program: CheckedProgram;
  readonly hasCoverage: boolean;
  readonly infoOf: (type: UserType) => ClassInfo;
  readonly constantPrefix?: string;
}

export class ProgramEmitter {
  readonly program: CheckedProgram;
  readonly hasCoverage: boolean;
  readonly infoOf: (type: UserType) => ClassInfo;
  readonly lines = new LineWriter();
  readonly constants: Constants;
  readonly coverage = new CoverageSlots();
  readonly facts: TypeFacts;
  readonly recursion = new Recursion();
  readonly #modes = new Map<UserType, CodeMode>();
  readonly #refusals: Refusals;

  constructor(options: EmitterOptions) {
    this.program = options.program;
    this.hasCoverage = options.hasCoverage;
    this.infoOf = options.infoOf;
    this.constants = new Constants(options.constantPrefix);
    this.facts = new TypeFacts(options.program);
    this.#refusals = new Refusals(options.program.errors);
  }

  /** How code of that class opens the database. */
  modeOf(type: UserType): CodeMode {
    let mode = this.#modes.get(type);
    if (mode === undefined) {
      mode = classMode(type);
      this.#modes.set(type, mode);
    }
    return mode;
  }
  setMode(type: UserType, mode: CodeMode): void {
    this.#modes.set(type, mode);
  }

  enumValuesOf(type: ApexType): readonly EnumValue[] {
    if (type.kind === 'user') {
      return type.enumValues.map((name, ordinal) => new EnumValue(type.name, name, ordinal));
    }
    return type.kind === 'platform' ? enumValues(type.class) : [];
  }

  /** An expression that ends the run: what stands at the position does not compile or is not simulated. */
  refusal(file: string, at: Position, fallback: string): string {
    return this.#refusals.expression(file, at, fallback);
  }
}

function classMode(type: UserType): CodeMode {
  const { namespace } = type;
  const { sharing } = type.declaration.modifiers;
  const isUserMode = type.apiVersion >= USER_MODE_VERSION;
  if (sharing === 'with' || sharing === 'without') {
    return { namespace, isUserMode, sharing, isSharedAtEntry: sharing === 'with' };
  }
  if (sharing === 'inherited') {
    return { namespace, isUserMode, sharing: 'caller', isSharedAtEntry: true };
  }
  return { namespace, isUserMode, sharing: isUserMode ? 'with' : 'caller', isSharedAtEntry: isUserMode };
}
