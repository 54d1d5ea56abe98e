/** What a record was and is: ISNEW, ISCHANGED, PRIORVALUE, and the functions of picklists. */
import { FormulaNumber } from '../number.ts';
import { FormulaProblem } from '../problem.ts';
import { asText, expectKind, isBlank, sameValue, typed, type Frame, type Typed } from '../typed.ts';
import { fieldParameter, owner, parameter, type Call, type FunctionTable, type Purpose } from './define.ts';

const RULES: readonly Purpose[] = ['rule'];

/** The same record before the change. */
const earlier = (frame: Frame): Frame | null => (frame.before === null ? null : { ...frame, row: frame.before });

function isChanged(subject: Typed, frame: Frame): boolean {
  const before = earlier(frame);
  if (before === null) {
    return false;
  }
  const [old, current] = [subject.run(before), subject.run(frame)];
  return isBlank(old) ? !isBlank(current) : isBlank(current) || !sameValue(old, current);
}

/** A literal text, as the picklist functions need it. */
function literalAt(call: Call, index: number): Typed {
  const found = parameter(call, index);
  if (found.literal === null && call.name === 'ISPICKVAL') {
    throw new FormulaProblem(`Incorrect parameter type for ${owner(call)}. Expected text literal`, found.at);
  }
  expectKind(found, ['text'], owner(call));
  return found;
}

const valuesOf = (text: string): readonly string[] => text.split(';').filter((one) => one !== '');

export const RECORDS: FunctionTable = {
  ISNEW: {
    minimum: 0,
    maximum: 0,
    purposes: RULES,
    compile: (call) => typed('boolean', call.at, (frame) => frame.isNew),
  },
  ISCLONE: {
    minimum: 0,
    maximum: 0,
    purposes: RULES,
    compile: (call) => typed('boolean', call.at, (frame) => frame.isClone),
  },
  ISCHANGED: {
    minimum: 1,
    maximum: 1,
    purposes: RULES,
    compile(call) {
      const subject = fieldParameter(call);
      return typed('boolean', call.at, (frame) => isChanged(subject, frame));
    },
  },
  // "When users create a record, this function references null values" (PRIORVALUE).
  PRIORVALUE: {
    minimum: 1,
    maximum: 1,
    purposes: RULES,
    compile(call) {
      const subject = fieldParameter(call);
      return typed(
        subject.kind,
        call.at,
        (frame) => {
          const before = earlier(frame);
          return before === null ? null : subject.run(before);
        },
        subject.field,
      );
    },
  },
  ISPICKVAL: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const subject = fieldParameter(call);
      if (subject.kind !== 'picklist') {
        throw new FormulaProblem(`Incorrect parameter type for ${owner(call)}. Expected Picklist`, subject.at);
      }
      const wanted = literalAt(call, 1);
      return typed('boolean', call.at, (frame) => asText(subject.run(frame)) === asText(wanted.run(frame)));
    },
  },
  INCLUDES: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const subject = fieldParameter(call);
      if (subject.kind !== 'multipicklist') {
        throw new FormulaProblem(
          `Incorrect parameter type for ${owner(call)}. Expected Multi-Select Picklist`,
          subject.at,
        );
      }
      const wanted = literalAt(call, 1);
      return typed('boolean', call.at, (frame) =>
        valuesOf(asText(subject.run(frame))).includes(asText(wanted.run(frame))),
      );
    },
  },
  PICKLISTCOUNT: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const subject = fieldParameter(call);
      if (subject.kind !== 'multipicklist') {
        throw new FormulaProblem(
          `Incorrect parameter type for ${owner(call)}. Expected Multi-Select Picklist`,
          subject.at,
        );
      }
      return typed('number', call.at, (frame) => new FormulaNumber(valuesOf(asText(subject.run(frame))).length));
    },
  },
};
