/**
 * Every error of a query, in the platform's words. `{0}` … are filled in order. Where `shown` is set, the message
 * stands below an excerpt of the query with a caret in compile errors and API faults; in a System.QueryException it
 * stands alone.
 */
import { excerptOf } from './excerpt.ts';

interface FaultInfo {
  readonly code: string;
  readonly shown: boolean;
  readonly message: string;
}

const WSDL = 'Please reference your WSDL or the describe call for the appropriate names.';

export const FAULTS = {
  SYNTAX: { code: 'SOQL001', shown: false, message: '{0}' },
  OBJECT: { code: 'SOQL002', shown: false, message: "sObject type '{0}' is not supported." },
  FIELD: {
    code: 'SOQL003',
    shown: true,
    message: `No such column '{0}' on entity '{1}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${WSDL}`,
  },
  RELATIONSHIP: {
    code: 'SOQL004',
    shown: true,
    message: `Didn't understand relationship '{0}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
  },
  CHILDREN: {
    code: 'SOQL005',
    shown: true,
    message: `Didn't understand relationship '{0}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${WSDL}`,
  },
  TOO_DEEP: { code: 'SOQL006', shown: true, message: 'SOQL relationship path has too many levels: {0}' },
  DUPLICATE_FIELD: { code: 'SOQL007', shown: false, message: 'duplicate field selected: {0}' },
  DUPLICATE_ALIAS: { code: 'SOQL008', shown: true, message: 'duplicate alias: {0}' },
  ALIAS: { code: 'SOQL009', shown: true, message: 'only aggregate expressions use field aliasing' },
  NOT_FILTERABLE: { code: 'SOQL010', shown: true, message: "field '{0}' can not be filtered in a query call" },
  NOT_SORTABLE: { code: 'SOQL011', shown: true, message: "field '{0}' can not be sorted in a query call" },
  NOT_GROUPABLE: { code: 'SOQL012', shown: true, message: "field '{0}' can not be grouped in a query call" },
  NOT_GROUPED: { code: 'SOQL013', shown: false, message: 'Field must be grouped or aggregated: {0}' },
  ORDER_NOT_GROUPED: { code: 'SOQL014', shown: true, message: 'Ordered field must be grouped or aggregated: {0}' },
  GROUPED_AGGREGATED: { code: 'SOQL015', shown: true, message: 'Grouped field should not be aggregated: {0}' },
  AGGREGATE_TYPE: { code: 'SOQL016', shown: true, message: 'field {0} does not support aggregate operator {1}' },
  OVERALL_LIMIT: {
    code: 'SOQL017',
    shown: true,
    message: 'Non-grouped query that uses overall aggregate functions cannot also use {0}',
  },
  HAVING_GROUP: { code: 'SOQL018', shown: true, message: 'Having clause requires grouping' },
  GROUPING_FIELD: { code: 'SOQL019', shown: true, message: 'Field must be grouped: {0}' },
  FUNCTION_UNKNOWN: { code: 'SOQL020', shown: true, message: 'Invalid function name: {0}' },
  FUNCTION_TYPE: { code: 'SOQL021', shown: true, message: 'field {0} does not support function {1}' },
  VALUE_QUOTED: {
    code: 'SOQL022',
    shown: true,
    message: "value of filter criterion for field '{0}' must be of type {1} and should not be enclosed in quotes",
  },
  VALUE_UNQUOTED: {
    code: 'SOQL023',
    shown: true,
    message: "value of filter criterion for field '{0}' must be of type {1} and should be enclosed in quotes",
  },
  VALUE_TYPE: {
    code: 'SOQL024',
    shown: true,
    message: "value of filter criterion for field '{0}' must be of type {1}",
  },
  BIND_TYPE: { code: 'SOQL025', shown: false, message: 'Invalid bind expression type of {0} for column of type {1}' },
  ID: { code: 'SOQL026', shown: true, message: 'invalid ID field: {0}' },
  OPERATOR: { code: 'SOQL027', shown: true, message: 'invalid operator on {0} field' },
  MULTI_OPERATOR: {
    code: 'SOQL028',
    shown: true,
    message: 'includes and excludes operators are only valid on multipicklist field: {0}',
  },
  SEMI_OR: { code: 'SOQL029', shown: true, message: "Semi join sub-selects are not allowed with the 'OR' operator" },
  SEMI_NESTED_WHERE: {
    code: 'SOQL030',
    shown: true,
    message:
      'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
  },
  SEMI_NOT: { code: 'SOQL031', shown: true, message: "Semi join sub-selects are not allowed with the 'NOT' operator" },
  SEMI_COUNT: { code: 'SOQL032', shown: true, message: 'Maximum 2 semi join sub-selects are allowed.' },
  SEMI_SAME: {
    code: 'SOQL033',
    shown: true,
    message: 'The inner and outer selects should not be on the same object type',
  },
  SEMI_NESTED: { code: 'SOQL034', shown: true, message: 'Nesting of semi join sub-selects is not supported' },
  SEMI_SELECT: {
    code: 'SOQL035',
    shown: true,
    message: "Semi join sub-selects can only query id fields, cannot use: '{0}'",
  },
  SEMI_LEFT: {
    code: 'SOQL036',
    shown: true,
    message: "The left operand field in the where expression for outer query should be an id field, cannot use: '{0}'",
  },
  SEMI_TYPE: {
    code: 'SOQL037',
    shown: true,
    message:
      "The selected field '{0}' in the subquery and the left operand field in the where expression in the outer query '{1}' should point to the same object type",
  },
  OFFSET: { code: 'SOQL038', shown: false, message: 'Maximum SOQL offset allowed is 2000' },
  FIELDS_UNBOUNDED: {
    code: 'SOQL039',
    shown: false,
    message: 'The SOQL FIELDS function is not supported with an unbounded set of fields in this API.',
  },
  LOCK_ORDER: { code: 'SOQL040', shown: false, message: 'ORDER BY is not allowed with FOR UPDATE' },
  SECURITY: {
    code: 'SOQL041',
    shown: false,
    message: 'Insufficient permissions: secure query included inaccessible field',
  },
  REIFIED: { code: 'SOQL042', shown: false, message: '{0}: a filter on a reified column is required.' },
  BIND_NULL: { code: 'SOQL043', shown: false, message: 'Expression cannot be null: {0}' },
  NEGATIVE: { code: 'SOQL044', shown: false, message: '{0} expression must be a non-negative integer' },
} as const satisfies Record<string, FaultInfo>;

export type FaultName = keyof typeof FAULTS;

/** A query the platform would refuse; becomes a System.QueryException or a compile error. */
export class SoqlFault extends Error {
  override readonly name = 'SoqlFault';
  readonly fault: FaultName;
  /** Offset in the query's text. */
  readonly at: number;
  /** What the user may not read, of a query refused for that: object to fields. */
  inaccessibleFields: ReadonlyMap<string, readonly string[]> | null = null;
  constructor(fault: FaultName, at: number, ...values: readonly string[]) {
    super(FAULTS[fault].message.replace(/\{(\d)\}/g, (_match, index: string) => values[Number(index)] ?? ''));
    this.fault = fault;
    this.at = at;
  }
  /** The message of a compile error or API fault, with the excerpt where there is one. */
  textIn(query: string): string {
    return FAULTS[this.fault].shown ? excerptOf(query, this.at) + this.message : this.message;
  }
}

/** Valid on the platform, not simulated here. */
export class SoqlUnsupported extends Error {
  override readonly name = 'SoqlUnsupported';
  readonly at: number;
  constructor(what: string, at: number) {
    super(what);
    this.at = at;
  }
}
