/**
 * First phase: makes a user type of every declaration, so that names can be resolved. Nothing is looked up here. Of two
 * declarations of one name the second is an error and no part of the program.
 */
import type { ClassDeclaration, Member, Modifiers, TypeDeclaration } from '../ast.ts';
import type { Script, UserType } from '../types.ts';
import { checkTypeName } from './identifiers.ts';
import type { Open, SourceUnit, World } from './world.ts';

const NO_MODIFIERS: Modifiers = {
  access: null, isStatic: false, isAbstract: false, isVirtual: false, isOverride: false, isFinal: false, isTransient: false,
  isTestMethod: false, isWebService: false, sharing: null, annotations: [],
}; // prettier-ignore

const FORMS = { Class: 'class', Interface: 'interface', Enum: 'enum' } as const;

export function declareUnits(world: World): void {
  for (const source of world.input.units) {
    const { unit } = source;
    if (unit.kind === 'Trigger' || unit.kind === 'Anonymous') {
      const isRepeated =
        unit.kind === 'Trigger' &&
        world.scripts.some(
          (one) => one.holder.name.toLowerCase() === unit.name.toLowerCase() && one.namespace === source.namespace,
        );
      if (isRepeated) {
        world.report(source.file, unit.at, 'DUPLICATE_TYPE', unit.name);
      } else {
        world.scripts.push(declareScript(world, source, unit));
      }
      continue;
    }
    const before = world.types.length;
    const type = declareType(world, source, unit, null);
    if (!world.addTopLevel(type)) {
      world.report(source.file, unit.at, 'DUPLICATE_TYPE', unit.name);
      world.types.length = before;
    }
  }
}

function declareType(world: World, source: SourceUnit, declaration: TypeDeclaration, outer: UserType | null): UserType {
  const type = newType(
    source,
    declaration,
    outer,
    outer === null ? declaration.name : `${outer.name}.${declaration.name}`,
  );
  checkTypeName(world, source.file, declaration.at, declaration.name);
  world.types.push(type);
  if (declaration.kind === 'Class') {
    declareInner(world, source, declaration.members, type);
  }
  return type;
}

function declareInner(world: World, source: SourceUnit, members: readonly Member[], outer: UserType): void {
  for (const member of members) {
    if (member.kind !== 'Class' && member.kind !== 'Interface' && member.kind !== 'Enum') {
      continue;
    }
    if (outer.outer !== null) {
      world.report(source.file, member.at, 'INNER_IN_INNER');
      continue;
    }
    const name = member.name.toLowerCase();
    if (outer.innerTypes.has(name) || name === outer.name.toLowerCase()) {
      const named = outer.innerTypes.has(name) ? `${outer.name}.${member.name}` : member.name;
      world.report(source.file, member.at, 'DUPLICATE_TYPE', named);
      continue;
    }
    const inner = declareType(world, source, member, outer);
    (outer as Open<UserType>).innerTypes.set(name, inner);
  }
}

function newType(source: SourceUnit, declaration: TypeDeclaration, outer: UserType | null, name: string): UserType {
  return {
    kind: 'user',
    name,
    form: FORMS[declaration.kind],
    declaration,
    file: source.file,
    namespace: source.namespace,
    apiVersion: source.apiVersion,
    outer,
    innerTypes: new Map(),
    superType: null,
    interfaces: [],
    fields: new Map(),
    properties: new Map(),
    methods: new Map(),
    constructors: [],
    enumValues: declaration.kind === 'Enum' ? declaration.values.map((value) => value.name) : [],
    bridges: [],
  };
}

/** The members of a trigger or an anonymous block become those of a class made up for it. */
function declareScript(
  world: World,
  source: SourceUnit,
  unit: Extract<SourceUnit['unit'], { kind: 'Trigger' | 'Anonymous' }>,
): Script {
  const name = unit.kind === 'Trigger' ? unit.name : 'AnonymousBlock';
  const declaration: ClassDeclaration = {
    kind: 'Class',
    at: unit.at,
    name,
    modifiers: NO_MODIFIERS,
    extendsType: null,
    implementsTypes: [],
    members: unit.members,
  };
  const holder = newType(source, declaration, null, name);
  declareInner(world, source, unit.members, holder);
  const object = unit.kind === 'Trigger' ? world.schema.find(unit.objectName, source.namespace) : null;
  return {
    file: source.file,
    namespace: source.namespace,
    apiVersion: source.apiVersion,
    declaration: unit,
    holder,
    object,
  };
}
