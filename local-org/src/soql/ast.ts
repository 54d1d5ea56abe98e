/** A parsed SOQL query: plain data, shared by compile time and run time. Names as written. */

/** `Account.Owner.Name` is three parts. */
export interface FieldPath {
  readonly at: number;
  readonly parts: readonly string[];
}

export interface FunctionCall {
  readonly at: number;
  /** `COUNT`, `SUM`, `CALENDAR_MONTH`, `toLabel`, `FORMAT`, `convertCurrency`, `GROUPING`, `DISTANCE` … as written. */
  readonly name: string;
  readonly arguments: readonly (FieldPath | FunctionCall | Literal)[];
}

export type SelectItem =
  | { readonly kind: 'field'; readonly path: FieldPath; readonly alias: string | null }
  | { readonly kind: 'function'; readonly call: FunctionCall; readonly alias: string | null }
  | { readonly kind: 'subquery'; readonly query: Query }
  | {
      readonly kind: 'typeof';
      readonly path: FieldPath;
      readonly branches: readonly { readonly type: string; readonly fields: readonly FieldPath[] }[];
      readonly otherwise: readonly FieldPath[];
    }
  | { readonly kind: 'allFields'; readonly scope: 'ALL' | 'STANDARD' | 'CUSTOM' };

export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  /** Text of the number, so that its scale survives; currency literals (`USD500`) have a currency. */
  | { readonly kind: 'number'; readonly text: string; readonly currency: string | null }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'time'; readonly text: string }
  /** `TODAY`, `LAST_N_DAYS:30`. */
  | { readonly kind: 'dateLiteral'; readonly name: string; readonly count: number | null }
  /** `:name` of a dynamic query (expression text) or `:0` of a compiled one (its number). */
  | { readonly kind: 'bind'; readonly text: string };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'compare';
      readonly left: FieldPath | FunctionCall;
      readonly operator: Comparison;
      readonly right: Literal | readonly Literal[];
    }
  /** Semi-join and anti-join: `Id IN (SELECT AccountId FROM Contact)`. */
  | { readonly kind: 'semiJoin'; readonly left: FieldPath; readonly isNegated: boolean; readonly query: Query };

export interface Query {
  readonly select: readonly SelectItem[];
  /** `FROM Account a, a.Contacts c` is rare: the first is the object, the others aliases of paths. */
  readonly from: { readonly at: number; readonly name: string; readonly alias: string | null };
  readonly scope: string | null;
  readonly where: Condition | null;
  readonly access: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED' | null;
  readonly groupBy: {
    readonly items: readonly (FieldPath | FunctionCall)[];
    readonly mode: 'plain' | 'rollup' | 'cube';
  } | null;
  readonly having: Condition | null;
  readonly orderBy: readonly {
    readonly by: FieldPath | FunctionCall;
    readonly isDescending: boolean;
    readonly nulls: 'FIRST' | 'LAST' | null;
  }[];
  readonly limit: Literal | null;
  readonly offset: Literal | null;
  readonly isForUpdate: boolean;
  readonly forViewOrReference: 'VIEW' | 'REFERENCE' | null;
  readonly isAllRows: boolean;
}
