import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface MemberType {
  readonly type: string;
  readonly many: boolean;
  readonly optional: boolean;
}

/** The Metadata API's types: what each element may hold, and the values of each enumeration. */
export interface MetadataTypes {
  readonly complex: Readonly<Record<string, Readonly<Record<string, MemberType>>>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

const BUILD = join(dirname(fileURLToPath(import.meta.url)), '../../../../build');
const resolve = createRequire(import.meta.url).resolve;
let loaded: MetadataTypes | undefined;

/** Reads the types that Salesforce generates from its WSDL; parsed once per version and kept under `build/`. */
export function loadMetadataTypes(): MetadataTypes {
  loaded ??= readCached();
  return loaded;
}

function readCached(): MetadataTypes {
  const folder = join(dirname(resolve('@salesforce/types/metadata')), '..');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const cache = join(BUILD, `metadata-types-${version}.json`);
  if (existsSync(cache)) {
    return JSON.parse(readFileSync(cache, 'utf8')) as MetadataTypes;
  }
  const types = parseDeclarations(readFileSync(join(folder, 'lib/metadata.d.ts'), 'utf8'));
  mkdirSync(BUILD, { recursive: true });
  // Another process may be writing the same cache: a rename makes the file appear whole or not at all.
  writeFileSync(`${cache}.${process.pid}`, JSON.stringify(types));
  renameSync(`${cache}.${process.pid}`, cache);
  return types;
}

interface Declared {
  readonly bases: readonly string[];
  readonly members: Readonly<Record<string, MemberType>>;
}

/** @internal exported for its test */
export function parseDeclarations(source: string): MetadataTypes {
  const file = ts.createSourceFile('metadata.d.ts', source, ts.ScriptTarget.Latest, false);
  const declared = new Map<string, Declared>();
  const enums: Record<string, readonly string[]> = {};
  for (const statement of file.statements) {
    if (!ts.isTypeAliasDeclaration(statement)) {
      continue;
    }
    const values = literalsOf(statement.type);
    if (values.length > 0) {
      enums[statement.name.text] = values;
    } else if (ts.isTypeLiteralNode(statement.type) || ts.isIntersectionTypeNode(statement.type)) {
      declared.set(statement.name.text, declaredBy(statement.type));
    }
  }
  const complex: Record<string, Readonly<Record<string, MemberType>>> = {};
  for (const name of declared.keys()) {
    complex[name] = membersOf(name, declared);
  }
  return { complex, enums };
}

function literalsOf(node: ts.TypeNode): string[] {
  const nodes = ts.isUnionTypeNode(node) ? node.types : [node];
  return nodes.flatMap((each) =>
    ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : [],
  );
}

function declaredBy(node: ts.TypeLiteralNode | ts.IntersectionTypeNode): Declared {
  const bases: string[] = [];
  const members: Record<string, MemberType> = {};
  for (const part of ts.isIntersectionTypeNode(node) ? node.types : [node]) {
    if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) {
      bases.push(part.typeName.text);
    } else if (ts.isTypeLiteralNode(part)) {
      for (const member of part.members) {
        if (ts.isPropertySignature(member) && member.type !== undefined) {
          members[nameOf(member.name)] = { ...typeOf(member.type), optional: member.questionToken !== undefined };
        }
      }
    }
  }
  return { bases, members };
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

function typeOf(node: ts.TypeNode): { type: string; many: boolean } {
  if (ts.isArrayTypeNode(node)) {
    return { ...typeOf(node.elementType), many: true };
  }
  if (ts.isParenthesizedTypeNode(node)) {
    return typeOf(node.type);
  }
  if (ts.isUnionTypeNode(node)) {
    const known = node.types.find((each) => !ts.isLiteralTypeNode(each));
    return known === undefined ? { type: 'string', many: false } : typeOf(known);
  }
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
    return { type: node.typeName.text, many: false };
  }
  const keywords = new Map([
    [ts.SyntaxKind.BooleanKeyword, 'boolean'],
    [ts.SyntaxKind.NumberKeyword, 'number'],
    [ts.SyntaxKind.AnyKeyword, 'any'],
  ]);
  return { type: keywords.get(node.kind) ?? 'string', many: false };
}

function membersOf(name: string, declared: ReadonlyMap<string, Declared>): Record<string, MemberType> {
  const own = declared.get(name);
  const inherited = (own?.bases ?? []).map((base) => membersOf(base, declared));
  return Object.assign({}, ...inherited, own?.members) as Record<string, MemberType>;
}
