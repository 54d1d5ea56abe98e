/** A parsed formula: plain data, names as written. */
export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&&' | '||';

export type FormulaNode =
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'text'; readonly at: number; readonly value: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly at: number }
  /** `Account.Owner.Name`, `$User.Id`, `Owner:Queue.Name`. */
  | { readonly kind: 'path'; readonly at: number; readonly parts: readonly string[] }
  | { readonly kind: 'call'; readonly at: number; readonly name: string; readonly parameters: readonly FormulaNode[] }
  | { readonly kind: 'unary'; readonly at: number; readonly operator: '+' | '-' | '!'; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly operator: Operator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    };
