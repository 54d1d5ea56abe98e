/** AND, OR, NOT, IF, CASE and what asks for blanks. Only the branch that is chosen is evaluated. */
import { FormulaProblem } from '../problem.ts';
import { asText, expectKind, isBlank, isTrue, order, typed, type Typed } from '../typed.ts';
import { commonKind, owner, parameter, type Call, type FormulaFunction, type FunctionTable } from './define.ts';

const MANY = 1_000;

function junction(stopsAt: boolean): FormulaFunction {
  return {
    minimum: 1,
    maximum: MANY,
    compile(call) {
      for (const one of call.parameters) {
        expectKind(one, ['boolean'], owner(call));
      }
      return typed(
        'boolean',
        call.at,
        (frame) => call.parameters.some((one) => isTrue(one.run(frame)) === stopsAt) === stopsAt,
      );
    },
  };
}

function compileIf(call: Call): Typed {
  const [condition, then, otherwise] = [parameter(call, 0), parameter(call, 1), parameter(call, 2)];
  expectKind(condition, ['boolean'], owner(call));
  return typed(commonKind([then, otherwise], call), call.at, (frame) =>
    (isTrue(condition.run(frame)) ? then : otherwise).run(frame),
  );
}

/** CASE(expression, value, result, …, otherwise). A picklist is compared with the texts of its values. */
function compileCase(call: Call): Typed {
  const { parameters } = call;
  if (parameters.length % 2 !== 0) {
    throw new FormulaProblem(
      `Incorrect number of parameters for ${owner(call)}. Expected ${parameters.length + 1}, received ${parameters.length}`,
      call.at,
    );
  }
  const subject = parameter(call, 0);
  const otherwise = parameter(call, parameters.length - 1);
  const cases: { readonly value: Typed; readonly result: Typed }[] = [];
  for (let index = 1; index < parameters.length - 1; index += 2) {
    const value = parameter(call, index);
    expectKind(value, [subject.kind === 'picklist' ? 'text' : subject.kind], owner(call));
    cases.push({ value, result: parameter(call, index + 1) });
  }
  if (subject.kind === 'boolean' || subject.kind === 'multipicklist') {
    expectKind(subject, ['number', 'text', 'date', 'datetime', 'time', 'picklist'], owner(call));
  }
  const isText = subject.kind === 'text' || subject.kind === 'picklist' || subject.kind === 'null';
  return typed(commonKind([...cases.map((one) => one.result), otherwise], call), call.at, (frame) => {
    const wanted = subject.run(frame);
    const found = cases.find(({ value }) => {
      const candidate = value.run(frame);
      return isText
        ? asText(wanted) === asText(candidate)
        : wanted !== null && candidate !== null && order(wanted, candidate) === 0;
    });
    return (found?.result ?? otherwise).run(frame);
  });
}

/** Types that can be blank and be asked for it. */
function subjectOf(call: Call): Typed {
  const subject = parameter(call, 0);
  expectKind(
    subject,
    ['number', 'text', 'boolean', 'date', 'datetime', 'time', 'location', 'picklist', 'multipicklist'],
    owner(call),
  );
  return subject;
}

const isTextual = (one: Typed): boolean => one.kind === 'text';

export const LOGICAL: FunctionTable = {
  AND: junction(false),
  OR: junction(true),
  NOT: { minimum: 1, maximum: 1, compile: compileNot },
  IF: { minimum: 3, maximum: 3, compile: compileIf },
  CASE: { minimum: 4, maximum: MANY, compile: compileCase },
  ISBLANK: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const subject = subjectOf(call);
      return typed('boolean', call.at, (frame) => isBlank(subject.run(frame)));
    },
  },
  // Text is never null: ISNULL is false for blank text and NULLVALUE keeps it (Formula Operators and Functions, ISNULL).
  ISNULL: {
    minimum: 1,
    maximum: 1,
    compile(call) {
      const subject = subjectOf(call);
      return typed('boolean', call.at, isTextual(subject) ? () => false : (frame) => subject.run(frame) === null);
    },
  },
  BLANKVALUE: { minimum: 2, maximum: 2, compile: (call) => substitute(call, false) },
  NULLVALUE: { minimum: 2, maximum: 2, compile: (call) => substitute(call, true) },
};

function compileNot(call: Call): Typed {
  const operand = parameter(call, 0);
  expectKind(operand, ['boolean'], owner(call));
  return typed('boolean', call.at, (frame) => {
    const value = operand.run(frame);
    return value === null ? null : !isTrue(value);
  });
}

function substitute(call: Call, keepsText: boolean): Typed {
  const [subject, other] = [parameter(call, 0), parameter(call, 1)];
  const kind = commonKind([subject, other], call);
  return typed(kind, call.at, (frame) => {
    const value = subject.run(frame);
    return isBlank(value) && !(keepsText && kind === 'text') ? other.run(frame) : value;
  });
}
