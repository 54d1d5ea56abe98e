/**
 * The compact Apex syntax tree: plain data, no behavior, safe to cache and to share between orgs.
 * Names keep the spelling of the source; whoever looks a name up folds its case.
 */

/** A source position packed as `line * 4096 + column`, both 1-based. Columns past 4095 are clamped. */
export type Position = number;

export const position = (line: number, column: number): Position => line * 4096 + Math.min(column, 4095);
export const lineOf = (at: Position): number => Math.floor(at / 4096);
export const columnOf = (at: Position): number => at % 4096;

/** One part of a type name with its type arguments: `Map<Id, List<Account>>` has one part and two arguments. */
export interface TypeNamePart {
  readonly name: string;
  readonly typeArguments: readonly TypeReference[];
}

/** A type as written: `Database.Batchable<SObject>[]`. `List<T>` and `T[]` are the same type, kept as written. */
export interface TypeReference {
  readonly at: Position;
  readonly parts: readonly TypeNamePart[];
  readonly arrayDepth: number;
}

export interface Annotation {
  readonly at: Position;
  readonly name: string;
  /** `@IsTest(SeeAllData=true)` has one named argument; `@SuppressWarnings('x')` one whose name is `value`. */
  readonly parameters: readonly { readonly name: string; readonly value: Expression }[];
}

export interface Modifiers {
  readonly access: 'private' | 'protected' | 'public' | 'global' | null;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly isTestMethod: boolean;
  readonly isWebService: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | null;
  readonly annotations: readonly Annotation[];
}

// ---- declarations ----------------------------------------------------------------------------------------------

export type CompilationUnit = TypeDeclaration | TriggerDeclaration | AnonymousBlock;
export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

interface Declared {
  readonly at: Position;
  readonly name: string;
  readonly modifiers: Modifiers;
}

export interface ClassDeclaration extends Declared {
  readonly kind: 'Class';
  readonly extendsType: TypeReference | null;
  readonly implementsTypes: readonly TypeReference[];
  readonly members: readonly Member[];
}
export interface InterfaceDeclaration extends Declared {
  readonly kind: 'Interface';
  readonly extendsTypes: readonly TypeReference[];
  readonly methods: readonly MethodDeclaration[];
}
export interface EnumDeclaration extends Declared {
  readonly kind: 'Enum';
  readonly values: readonly { readonly at: Position; readonly name: string }[];
}
export type TriggerEvent =
  | 'before insert'
  | 'before update'
  | 'before delete'
  | 'after insert'
  | 'after update'
  | 'after delete'
  | 'after undelete';
export interface TriggerDeclaration {
  readonly kind: 'Trigger';
  readonly at: Position;
  readonly name: string;
  readonly objectName: string;
  readonly events: readonly TriggerEvent[];
  /** Methods and fields a trigger body may declare, in textual order with its statements. */
  readonly members: readonly Member[];
  readonly body: Block;
}
export interface AnonymousBlock {
  readonly kind: 'Anonymous';
  readonly at: Position;
  readonly members: readonly Member[];
  readonly body: Block;
}

export type Member =
  | TypeDeclaration
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerDeclaration;

/** One declared variable of a field: `Integer a = 1, b;` makes two. */
export interface FieldDeclaration extends Declared {
  readonly kind: 'Field';
  readonly type: TypeReference;
  readonly initializer: Expression | null;
}
export interface Accessor {
  readonly at: Position;
  readonly access: Modifiers['access'];
  /** Null for an automatic accessor (`get;`). */
  readonly body: Block | null;
}
export interface PropertyDeclaration extends Declared {
  readonly kind: 'Property';
  readonly type: TypeReference;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
}
export interface Parameter {
  readonly at: Position;
  readonly name: string;
  readonly type: TypeReference;
  readonly isFinal: boolean;
}
export interface MethodDeclaration extends Declared {
  readonly kind: 'Method';
  /** Null is `void`. */
  readonly returnType: TypeReference | null;
  readonly parameters: readonly Parameter[];
  /** Null for an abstract or interface method. */
  readonly body: Block | null;
}
export interface ConstructorDeclaration extends Declared {
  readonly kind: 'Constructor';
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}
export interface InitializerDeclaration {
  readonly kind: 'Initializer';
  readonly at: Position;
  readonly isStatic: boolean;
  readonly body: Block;
}

// ---- statements ------------------------------------------------------------------------------------------------

export type AccessMode = 'user' | 'system' | null;
export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface Block {
  readonly kind: 'Block';
  readonly at: Position;
  readonly statements: readonly Statement[];
}
export interface CatchClause {
  readonly at: Position;
  readonly type: TypeReference;
  readonly name: string;
  readonly body: Block;
}
export type SwitchLabel =
  | { readonly kind: 'Values'; readonly at: Position; readonly values: readonly Expression[] }
  /** `when Account a`: matches a non-null value of that type and declares the variable. */
  | { readonly kind: 'Type'; readonly at: Position; readonly type: TypeReference; readonly name: string }
  | { readonly kind: 'Else'; readonly at: Position };

export type Statement =
  | Block
  | {
      readonly kind: 'LocalVariable';
      readonly at: Position;
      readonly type: TypeReference;
      readonly isFinal: boolean;
      readonly variables: readonly {
        readonly at: Position;
        readonly name: string;
        readonly initializer: Expression | null;
      }[];
    }
  | { readonly kind: 'Expression'; readonly at: Position; readonly expression: Expression }
  | {
      readonly kind: 'If';
      readonly at: Position;
      readonly condition: Expression;
      readonly then: Statement;
      readonly otherwise: Statement | null;
    }
  | { readonly kind: 'While'; readonly at: Position; readonly condition: Expression; readonly body: Statement }
  | { readonly kind: 'DoWhile'; readonly at: Position; readonly condition: Expression; readonly body: Statement }
  | {
      readonly kind: 'For';
      readonly at: Position;
      readonly initial: readonly Statement[];
      readonly condition: Expression | null;
      readonly update: readonly Expression[];
      readonly body: Statement;
    }
  | {
      readonly kind: 'ForEach';
      readonly at: Position;
      readonly type: TypeReference;
      readonly name: string;
      readonly iterable: Expression;
      readonly body: Statement;
    }
  | { readonly kind: 'Return'; readonly at: Position; readonly value: Expression | null }
  | { readonly kind: 'Throw'; readonly at: Position; readonly value: Expression }
  | { readonly kind: 'Break'; readonly at: Position }
  | { readonly kind: 'Continue'; readonly at: Position }
  | {
      readonly kind: 'Try';
      readonly at: Position;
      readonly body: Block;
      readonly catches: readonly CatchClause[];
      readonly finallyBody: Block | null;
    }
  | {
      readonly kind: 'Switch';
      readonly at: Position;
      readonly subject: Expression;
      readonly branches: readonly { readonly label: SwitchLabel; readonly body: Block }[];
    }
  | {
      readonly kind: 'Dml';
      readonly at: Position;
      readonly operation: DmlOperation;
      readonly access: AccessMode;
      readonly rows: Expression;
      readonly externalIdField: TypeReference | null;
      readonly mergeRows: Expression | null;
    }
  | { readonly kind: 'RunAs'; readonly at: Position; readonly user: Expression; readonly body: Block };

// ---- expressions -----------------------------------------------------------------------------------------------

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>'
  | '>>>'
  | '&&'
  | '||'
  | '=='
  | '!='
  | '<>'
  | '==='
  | '!=='
  | '<'
  | '>'
  | '<='
  | '>=';
export type AssignmentOperator = '=' | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '>>>=';

export type Expression =
  | {
      readonly kind: 'Literal';
      readonly at: Position;
      readonly type: 'null' | 'boolean' | 'integer' | 'long' | 'decimal' | 'double' | 'string';
      readonly value: string | boolean | null;
    }
  | { readonly kind: 'Name'; readonly at: Position; readonly name: string }
  | {
      readonly kind: 'Member';
      readonly at: Position;
      readonly target: Expression;
      readonly name: string;
      readonly isSafe: boolean;
    }
  | { readonly kind: 'Index'; readonly at: Position; readonly target: Expression; readonly index: Expression }
  /** `target` is null for a call by simple name, `this(...)` and `super(...)` have the names `this` and `super`. */
  | {
      readonly kind: 'Call';
      readonly at: Position;
      readonly target: Expression | null;
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly isSafe: boolean;
    }
  | {
      readonly kind: 'New';
      readonly at: Position;
      readonly type: TypeReference;
      readonly arguments: readonly Expression[];
    }
  /** `new Account(Name = 'x')`. */
  | {
      readonly kind: 'NewFields';
      readonly at: Position;
      readonly type: TypeReference;
      readonly fields: readonly { readonly at: Position; readonly name: string; readonly value: Expression }[];
    }
  /** `new List<Integer>{1, 2}`, `new Set<Id>{a}`, `new Integer[]{1}`. */
  | {
      readonly kind: 'NewElements';
      readonly at: Position;
      readonly type: TypeReference;
      readonly elements: readonly Expression[];
    }
  /** `new Map<String, Integer>{'a' => 1}`. */
  | {
      readonly kind: 'NewEntries';
      readonly at: Position;
      readonly type: TypeReference;
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
    }
  /** `new Integer[3]`: `type` is the list type. */
  | { readonly kind: 'NewArray'; readonly at: Position; readonly type: TypeReference; readonly size: Expression }
  | {
      readonly kind: 'Unary';
      readonly at: Position;
      readonly operator: '!' | '-' | '+' | '~';
      readonly operand: Expression;
    }
  | {
      readonly kind: 'Step';
      readonly at: Position;
      readonly operator: '++' | '--';
      readonly isPrefix: boolean;
      readonly operand: Expression;
    }
  | {
      readonly kind: 'Binary';
      readonly at: Position;
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'Coalesce'; readonly at: Position; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'Ternary';
      readonly at: Position;
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: 'Assign';
      readonly at: Position;
      readonly operator: AssignmentOperator;
      readonly target: Expression;
      readonly value: Expression;
    }
  | { readonly kind: 'InstanceOf'; readonly at: Position; readonly operand: Expression; readonly type: TypeReference }
  | { readonly kind: 'Cast'; readonly at: Position; readonly type: TypeReference; readonly operand: Expression }
  | { readonly kind: 'This'; readonly at: Position }
  | { readonly kind: 'Super'; readonly at: Position }
  /** `Account.class`, `List<String>.class`. */
  | { readonly kind: 'ClassLiteral'; readonly at: Position; readonly type: TypeReference }
  /** Inline SOQL or SOSL: `text` holds `:0`, `:1` … where the source binds `binds[0]`, `binds[1]` …. */
  | { readonly kind: 'Soql'; readonly at: Position; readonly text: string; readonly binds: readonly Expression[] }
  | { readonly kind: 'Sosl'; readonly at: Position; readonly text: string; readonly binds: readonly Expression[] };
