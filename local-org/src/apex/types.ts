/**
 * Static types, and what the checker tells the emitter about each expression. Types are interned by the program
 * that made them: the same type is the same object, so they are compared with `===`.
 */
import type {
  AnonymousBlock,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  Expression,
  FieldDeclaration,
  InterfaceDeclaration,
  MethodDeclaration,
  Position,
  PropertyDeclaration,
  Statement,
  TriggerDeclaration,
  TypeReference,
} from './ast.ts';
import type { Query } from '../soql/ast.ts';
import type { PlatformClass, PlatformMethod, PlatformProperty } from '../system/define.ts';
import type { ChildRelationship, FieldInfo, ObjectInfo } from '../data/schema.ts';

export type PrimitiveName =
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'String'
  | 'Id'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Object';

export type ApexType =
  | { readonly kind: 'void'; readonly name: 'void' }
  /** The type of `null`: fits every type. */
  | { readonly kind: 'null'; readonly name: 'null' }
  /** The type of an expression with an error or with something not simulated: fits everywhere, has every member. */
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'list'; readonly name: string; readonly element: ApexType }
  | { readonly kind: 'set'; readonly name: string; readonly element: ApexType }
  | { readonly kind: 'map'; readonly name: string; readonly key: ApexType; readonly value: ApexType }
  /** `object` is null for the generic `SObject`. */
  | { readonly kind: 'sobject'; readonly name: string; readonly object: ObjectInfo | null }
  | UserType
  | {
      readonly kind: 'platform';
      readonly name: string;
      readonly class: PlatformClass;
      readonly typeArguments: readonly ApexType[];
    }
  /** The type of an inline query before its context decides: a list, one row, or a count. */
  | { readonly kind: 'query'; readonly name: string; readonly element: ApexType };

/** A class, interface or enum of the source. Filled in phases by the binder, frozen before checking. */
export interface UserType {
  readonly kind: 'user';
  /** As Apex prints it: `Outer.Inner`. */
  readonly name: string;
  readonly form: 'class' | 'interface' | 'enum';
  readonly declaration: ClassDeclaration | InterfaceDeclaration | EnumDeclaration;
  readonly file: string;
  /** Namespace of its package; empty for none. */
  readonly namespace: string;
  /** API version of its file: `67`. */
  readonly apiVersion: number;
  readonly outer: UserType | null;
  /** Lower-case simple name to inner type. */
  readonly innerTypes: ReadonlyMap<string, UserType>;
  /** A user class or a platform class (Exception and its like); null when none is written. */
  superType: ApexType | null;
  interfaces: readonly ApexType[];
  /** Lower-case name to symbol; own members only. */
  readonly fields: ReadonlyMap<string, FieldSymbol>;
  readonly properties: ReadonlyMap<string, PropertySymbol>;
  readonly methods: ReadonlyMap<string, readonly MethodSymbol[]>;
  /** The written ones; a class without any has one made up, whose declaration is null. */
  readonly constructors: readonly ConstructorSymbol[];
  readonly enumValues: readonly string[];
  /**
   * Interface methods that a method of another key implements (`execute(ctx, List<Account>)` for
   * `execute(ctx, List<SObject>)`): a call by `key` must reach `method`.
   */
  bridges: readonly { readonly key: string; readonly method: MethodSymbol }[];
}

export interface FieldSymbol {
  readonly owner: UserType;
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly declaration: FieldDeclaration;
}
export interface PropertySymbol {
  readonly owner: UserType;
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly declaration: PropertyDeclaration;
}
export interface MethodSymbol {
  readonly owner: UserType;
  readonly name: string;
  readonly returnType: ApexType;
  readonly parameterTypes: readonly ApexType[];
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  /** May be overridden or is an override: dispatched by the object's class. */
  readonly isVirtual: boolean;
  /**
   * Unique within a class chain and the same for an override as for what it overrides: fit for a JavaScript name.
   * `add$integer` of `add(Integer)`; a function of name and parameter types only, so an implementation of an
   * interface has the interface's key by itself.
   */
  readonly key: string;
  readonly declaration: MethodDeclaration;
}
export interface ConstructorSymbol {
  readonly owner: UserType;
  readonly parameterTypes: readonly ApexType[];
  readonly key: string;
  readonly declaration: ConstructorDeclaration | null;
}
export interface LocalVariable {
  readonly name: string;
  readonly type: ApexType;
  /** Unique within the method: the emitter names the JavaScript variable by name and number. */
  readonly number: number;
  readonly isFinal: boolean;
}

/** What a name, member access, call or `new` turned out to mean. */
export type Reference =
  | { readonly kind: 'local'; readonly variable: LocalVariable }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'namespace'; readonly name: string }
  | { readonly kind: 'field'; readonly field: FieldSymbol }
  /** `isBacking` inside the property's own accessors, where the name means the stored value. */
  | { readonly kind: 'property'; readonly property: PropertySymbol; readonly isBacking: boolean }
  | { readonly kind: 'enumValue'; readonly type: ApexType; readonly name: string }
  /** `isVirtual` false for statics, `super.x()` and private methods: called without dispatch. */
  | {
      readonly kind: 'method';
      readonly method: MethodSymbol;
      readonly isVirtual: boolean;
      readonly isImplicitThis: boolean;
    }
  /** `values()` and `valueOf(String)` of an enum type, `name()` and `ordinal()` of an enum value; user or platform. */
  | { readonly kind: 'enumMethod'; readonly type: ApexType; readonly name: 'values' | 'valueOf' | 'name' | 'ordinal' }
  /** What every object has: `toString()`, `equals(Object)`, `hashCode()`; `clone()` of user classes. */
  | { readonly kind: 'objectMethod'; readonly name: 'toString' | 'equals' | 'hashCode' | 'clone' }
  | { readonly kind: 'constructor'; readonly constructor: ConstructorSymbol }
  /** `new MyException(…)`: what a user exception has without writing it. */
  | { readonly kind: 'exceptionConstructor'; readonly type: UserType; readonly parameterTypes: readonly ApexType[] }
  /** `boundTo` is the object of `Setting__c.getInstance()`-like statics, whose signature depends on it. */
  | {
      readonly kind: 'platformMethod';
      readonly owner: PlatformClass;
      readonly method: PlatformMethod;
      readonly boundTo: ObjectInfo | null;
    }
  | { readonly kind: 'platformProperty'; readonly owner: PlatformClass; readonly property: PlatformProperty }
  | { readonly kind: 'platformConstructor'; readonly owner: PlatformClass; readonly method: PlatformMethod }
  /** `row.Name.addError('x')`: the call's target is the field; its arguments are those of `addError`. */
  | { readonly kind: 'fieldError'; readonly object: ObjectInfo; readonly field: FieldInfo }
  | { readonly kind: 'sobjectField'; readonly object: ObjectInfo; readonly field: FieldInfo }
  /** `row.Id` of a generic row. */
  | { readonly kind: 'genericId' }
  /** `contact.Account`: the row at the other end of a lookup. */
  | { readonly kind: 'sobjectParent'; readonly object: ObjectInfo; readonly field: FieldInfo }
  /** `account.Contacts`: the rows of a child relationship. */
  | { readonly kind: 'sobjectChildren'; readonly object: ObjectInfo; readonly relationship: ChildRelationship }
  /** `Account.SObjectType`, `Account.Name` as a token, `Schema.SObjectType.Account`, `….fields.Name`. */
  | { readonly kind: 'objectToken'; readonly object: ObjectInfo }
  | { readonly kind: 'fieldToken'; readonly object: ObjectInfo; readonly field: FieldInfo }
  | { readonly kind: 'objectDescribe'; readonly object: ObjectInfo }
  | { readonly kind: 'fieldDescribe'; readonly object: ObjectInfo; readonly field: FieldInfo }
  | { readonly kind: 'fieldSetDescribe'; readonly object: ObjectInfo; readonly name: string }
  /** `Account.SObjectType.fields`-like maps: `Schema.SObjectType.Account.fields` and `.fieldSets` by themselves. */
  | { readonly kind: 'fieldsDescribe'; readonly object: ObjectInfo; readonly what: 'fields' | 'fieldSets' }
  /** A name that stands for a text: `Invoice__Share.RowCause.Auditor__c`. */
  | { readonly kind: 'text'; readonly value: string }
  /** `Trigger.new` and its like, typed by the trigger's object. */
  | { readonly kind: 'trigger'; readonly name: string }
  | { readonly kind: 'label'; readonly namespace: string; readonly name: string };

/** What the checker learned about one expression; keyed by the expression node itself. */
export interface ExpressionInfo {
  /** The expression's own static type. */
  readonly type: ApexType;
  /** Set where the context needs another type: an implicit conversion the emitter must write out. */
  readonly convertTo: ApexType | null;
  readonly reference: Reference | null;
  /** For arithmetic and comparison: the type both operands are promoted to. */
  readonly operandType: ApexType | null;
}

/** The locals in scope at a call that may run a dynamic query with binds (`Database.query(':x')`). */
export type VisibleLocals = ReadonlyMap<string, LocalVariable>;

export interface CompileError {
  readonly file: string;
  readonly at: Position;
  /** In Salesforce's words: `Variable does not exist: foo`. */
  readonly message: string;
  /** True for what the local org does not simulate, as opposed to what Salesforce would refuse. */
  readonly isUnsupported: boolean;
}

/** A trigger or an anonymous block. Its members live in a class of their own. */
export interface Script {
  readonly file: string;
  readonly namespace: string;
  readonly apiVersion: number;
  readonly declaration: TriggerDeclaration | AnonymousBlock;
  /** Has the script's fields and methods; named as the trigger, or `AnonymousBlock`. Not listed in `types`. */
  readonly holder: UserType;
  /** The trigger's object. */
  readonly object: ObjectInfo | null;
}

/** How a for-each loop runs; `chunks` is a query loop over lists of up to 200 rows. */
export interface LoopInfo {
  readonly kind: 'list' | 'set' | 'iterable' | 'rows' | 'chunks';
  /** What the loop variable is converted to when it differs from the element. */
  readonly convertTo: ApexType | null;
}

/** The checked program: everything the emitter needs. */
export interface CheckedProgram {
  /** All classes, interfaces and enums, inner ones behind their outer. */
  readonly types: readonly UserType[];
  readonly scripts: readonly Script[];
  readonly info: ReadonlyMap<Expression, ExpressionInfo>;
  /**
   * Local variables by the node that declares them: a declarator, parameter, catch clause, for-each statement or type
   * label; a setter's accessor declares `value`.
   */
  readonly locals: ReadonlyMap<object, LocalVariable>;
  readonly visibleLocals: ReadonlyMap<Expression, VisibleLocals>;
  /** What each written type means. */
  readonly writtenTypes: ReadonlyMap<TypeReference, ApexType>;
  /** By the field node of `new Account(Name = 'x')`: a `sobjectField` or `sobjectParent`. */
  readonly rowInitializers: ReadonlyMap<object, Reference>;
  readonly loops: ReadonlyMap<Statement, LoopInfo>;
  /** The field of `upsert rows Key__c`. */
  readonly upsertKeys: ReadonlyMap<Statement, FieldInfo>;
  /** The parsed query of each inline SOQL expression. */
  readonly queries: ReadonlyMap<Expression, Query>;
  readonly errors: readonly CompileError[];
  /** A type by its text, in any case, for `Type.forName`: user, platform, collection or object; null when there is none. */
  readonly findType: (text: string, namespace: string) => ApexType | null;
}
