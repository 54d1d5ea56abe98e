/** `switch on`: a chain of tests, so that `break` inside means the loop around it. Texts are told apart by case. */
import type { Expression, Statement, SwitchLabel } from '../ast.ts';
import type { ApexType } from '../types.ts';
import type { BodyEmitter } from './bodyEmitter.ts';
import { convert } from './conversions.ts';
import { emit } from './expressions.ts';
import { localIdentifier } from './identifiers.ts';
import { enumConstant } from './names.ts';
import { isNumeric } from './typeFacts.ts';
import { emitInside } from './statements.ts';

export function emitSwitch(body: BodyEmitter, statement: Extract<Statement, { kind: 'Switch' }>): void {
  const subject = body.fresh();
  const type = body.typeOf(statement.subject);
  body.line(`${body.count(statement.at)}{ const ${subject} = ${emit(body, statement.subject)};`, statement.at);
  statement.branches.forEach((branch, index) => {
    const start = index === 0 ? '' : 'else ';
    const { label } = branch;
    if (label.kind === 'Else') {
      body.line(`${index === 0 ? '' : 'else '}{`, label.at);
    } else if (label.kind === 'Type') {
      const local = body.shared.program.locals.get(label);
      const declared = local === undefined ? '' : `let ${localIdentifier(local)} = ${subject};`;
      const name = body.shared.program.writtenTypes.get(label.type)?.name ?? '';
      body.line(`${start}if ($isInstance(${subject}, ${JSON.stringify(name)})) { ${declared}`, label.at);
    } else {
      body.line(`${start}if (${tests(body, label, subject, type)}) {`, label.at);
    }
    emitInside(body, branch.body);
    body.line('}');
  });
  body.line('}');
}

function tests(
  body: BodyEmitter,
  label: Extract<SwitchLabel, { kind: 'Values' }>,
  subject: string,
  type: ApexType,
): string {
  return label.values.map((value) => test(body, value, subject, type)).join(' || ');
}

function test(body: BodyEmitter, value: Expression, subject: string, type: ApexType): string {
  const info = body.shared.facts.info(value);
  if (info.reference?.kind === 'enumValue') {
    return `$sameValue(${subject}, ${enumConstant(body, info.reference.type, info.reference.name) ?? 'null'})`;
  }
  const text = emit(body, value);
  const from = body.typeOf(value);
  const converted = isNumeric(type) && isNumeric(from) ? convert(text, from, type) : text;
  return type.kind === 'primitive' && type.name === 'Id'
    ? `$sameId(${subject}, ${converted})`
    : `${subject} === ${converted}`;
}
