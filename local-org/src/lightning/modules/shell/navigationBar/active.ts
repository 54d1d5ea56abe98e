/** Which item of the navigation a page belongs to. */
interface Item {
  readonly kind: string;
  readonly apiName: string;
}
interface Page {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export function isActive({ kind, apiName }: Item, { type, attributes }: Page): boolean {
  switch (type) {
    case 'standard__objectPage':
    case 'standard__recordPage':
    case 'standard__recordRelationshipPage':
      return kind === 'object' && attributes['objectApiName'] === apiName;
    case 'standard__namedPage':
      return kind === 'home' && attributes['pageName'] === 'home';
    default:
      return type === 'standard__navItemPage' && attributes['apiName'] === apiName;
  }
}
