import { describe, expect, test } from 'vitest';
import {
  columnOf,
  lineOf,
  type CompilationUnit,
  type Expression,
  type Member,
  type Modifiers,
  type Statement,
  type TypeReference,
} from '../../../src/apex/ast.ts';
import { parseApex, type SourceKind } from '../../../src/apex/parse/parseApex.ts';
import { outline, outlineStatement, typeText } from './outline.ts';

/** The tree as data without positions; types, statements and expressions as text, whatever is empty or false left out. */
function compact(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(compact);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if ('parts' in value) {
    return typeText(value as TypeReference);
  }
  const entries = Object.entries(value as Record<string, unknown>).filter(
    ([name, part]) => name !== 'at' && part !== null && part !== false && !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(
    entries.map(([name, part]) => {
      if (name === 'body') {
        return [name, outlineStatement(part as Statement)];
      }
      return [
        name,
        name === 'initializer' || name === 'value'
          ? outline(part as Expression)
          : name === 'modifiers'
            ? modifierText(part as Modifiers)
            : compact(part),
      ];
    }),
  );
}

function modifierText(modifiers: Modifiers): string {
  const { access, sharing, annotations, ...flags } = modifiers;
  const set = Object.entries(flags)
    .filter(([, isSet]) => isSet)
    .map(([name]) => name.replace(/^is/, '').toLowerCase());
  const written = annotations.map(
    ({ name, parameters }) =>
      `@${name}${parameters.map((parameter) => ` ${parameter.name}=${outline(parameter.value)}`).join('')}`,
  );
  return [
    ...written,
    ...(access === null ? [] : [access]),
    ...set,
    ...(sharing === null ? [] : [`${sharing} sharing`]),
  ].join(' ');
}

function unit(source: string, kind: SourceKind = 'class'): CompilationUnit {
  const { unit: parsed, errors } = parseApex(source, `Sample.${kind}`, kind);
  expect(errors).toEqual([]);
  return parsed;
}

function memberOf(source: string): Member {
  const parsed = unit(`class C { ${source} }`);
  const [only, ...others] = parsed.kind === 'Class' ? parsed.members : [];
  expect(others).toEqual([]);
  return only!;
}

describe('types', () => {
  test.each([
    ['class A { }', { kind: 'Class', name: 'A', modifiers: '' }],
    [
      '@IsTest(SeeAllData=true IsParallel=false) private class A { }',
      { kind: 'Class', name: 'A', modifiers: '@IsTest SeeAllData=true IsParallel=false private' },
    ],
    [
      `@RestResource(urlMapping='/x/*') global with sharing class A extends B.C implements D, Database.Batchable<SObject> { }`,
      {
        kind: 'Class',
        name: 'A',
        modifiers: `@RestResource urlMapping="/x/*" global with sharing`,
        extendsType: 'B.C',
        implementsTypes: ['D', 'Database.Batchable<SObject>'],
      },
    ],
    [
      'public inherited sharing abstract class A { ; }',
      { kind: 'Class', name: 'A', modifiers: 'public abstract inherited sharing' },
    ],
    ['without sharing virtual class A { }', { kind: 'Class', name: 'A', modifiers: 'virtual without sharing' }],
    [
      'public interface A extends B, C { void f(); List<Id> g(Integer a, final String b); }',
      {
        kind: 'Interface',
        name: 'A',
        modifiers: 'public',
        extendsTypes: ['B', 'C'],
        methods: [
          { kind: 'Method', name: 'f', modifiers: '' },
          {
            kind: 'Method',
            name: 'g',
            modifiers: '',
            returnType: 'List<Id>',
            parameters: [
              { name: 'a', type: 'Integer' },
              { name: 'b', type: 'String', isFinal: true },
            ],
          },
        ],
      },
    ],
    [
      'public enum Season { WINTER, Spring }',
      { kind: 'Enum', name: 'Season', modifiers: 'public', values: [{ name: 'WINTER' }, { name: 'Spring' }] },
    ],
    ['enum E { }', { kind: 'Enum', name: 'E', modifiers: '' }],
  ])('%s', (source, expected) => {
    expect(compact(unit(source))).toEqual(expected);
  });
});

describe('members', () => {
  test.each([
    ['Integer a = 1;', { kind: 'Field', name: 'a', modifiers: '', type: 'Integer', initializer: '1' }],
    [
      'private static final transient String a;',
      { kind: 'Field', name: 'a', modifiers: 'private static final transient', type: 'String' },
    ],
    [
      'public String a { get; private set; }',
      { kind: 'Property', name: 'a', modifiers: 'public', type: 'String', getter: {}, setter: { access: 'private' } },
    ],
    [
      'Integer a { get { return 1; } }',
      { kind: 'Property', name: 'a', modifiers: '', type: 'Integer', getter: { body: '{(return 1)}' } },
    ],
    [
      'Integer a { set { b = value; } }',
      { kind: 'Property', name: 'a', modifiers: '', type: 'Integer', setter: { body: '{(= b value)}' } },
    ],
    [
      '@AuraEnabled(cacheable=true) global static void f() { g(); }',
      { kind: 'Method', name: 'f', modifiers: '@AuraEnabled cacheable=true global static', body: '{(call - g)}' },
    ],
    [
      `@SuppressWarnings('PMD.X') override Integer f(Account[] a) { return 1; }`,
      {
        kind: 'Method',
        name: 'f',
        modifiers: `@SuppressWarnings value="PMD.X" override`,
        returnType: 'Integer',
        parameters: [{ name: 'a', type: 'Account[]' }],
        body: '{(return 1)}',
      },
    ],
    ['protected abstract void f();', { kind: 'Method', name: 'f', modifiers: 'protected abstract' }],
    ['static testMethod void f() { }', { kind: 'Method', name: 'f', modifiers: 'static testmethod', body: '{}' }],
    [
      'webservice static String f() { return null; }',
      { kind: 'Method', name: 'f', modifiers: 'static webservice', returnType: 'String', body: '{(return null)}' },
    ],
    [
      'public C(Integer a) { this(); }',
      {
        kind: 'Constructor',
        name: 'C',
        modifiers: 'public',
        parameters: [{ name: 'a', type: 'Integer' }],
        body: '{(call - this)}',
      },
    ],
    ['static { a = 1; }', { kind: 'Initializer', isStatic: true, body: '{(= a 1)}' }],
    ['{ a = 1; }', { kind: 'Initializer', body: '{(= a 1)}' }],
    ['private class D { }', { kind: 'Class', name: 'D', modifiers: 'private' }],
    ['interface D { }', { kind: 'Interface', name: 'D', modifiers: '' }],
    ['enum D { X }', { kind: 'Enum', name: 'D', modifiers: '', values: [{ name: 'X' }] }],
  ])('%s', (source, expected) => {
    expect(compact(memberOf(source))).toEqual(expected);
  });

  test('one declaration of several variables makes several fields', () => {
    const parsed = unit('class C { Integer a, b = 2; }');
    expect(parsed.kind === 'Class' && parsed.members.map(compact)).toEqual([
      { kind: 'Field', name: 'a', modifiers: '', type: 'Integer' },
      { kind: 'Field', name: 'b', modifiers: '', type: 'Integer', initializer: '2' },
    ]);
  });

  test('a declaration stands where its name stands', () => {
    const method = memberOf('\n  public void run() { }');
    expect([lineOf(method.at), columnOf(method.at)]).toEqual([2, 15]);
  });
});

describe('triggers', () => {
  test.each([
    [
      'trigger T on Account (before insert, after UNDELETE) { f(); Integer a = 1; }',
      {
        kind: 'Trigger',
        name: 'T',
        objectName: 'Account',
        events: ['before insert', 'after undelete'],
        body: '{(call - f) (var Integer a=1)}',
      },
    ],
    [
      'trigger T on A__c (after delete) { for (A__c a : Trigger.old) { g(a); } void g(A__c a) { } static Integer n = 0; }',
      {
        kind: 'Trigger',
        name: 'T',
        objectName: 'A__c',
        events: ['after delete'],
        members: [
          { kind: 'Method', name: 'g', modifiers: '', parameters: [{ name: 'a', type: 'A__c' }], body: '{}' },
          { kind: 'Field', name: 'n', modifiers: 'static', type: 'Integer', initializer: '0' },
        ],
        body: '{(each A__c a (. Trigger old) {(call - g a)})}',
      },
    ],
  ])('%s', (source, expected) => {
    expect(compact(unit(source, 'trigger'))).toEqual(expected);
  });
});

describe('anonymous blocks', () => {
  test.each([
    ['', { kind: 'Anonymous', body: '{}' }],
    [
      'Integer a = 1; a++; final String b;',
      { kind: 'Anonymous', body: '{(var Integer a=1) (_++ a) (final String b)}' },
    ],
    [
      'f(); Integer f() { return 1; } class D { } Integer p { get; }',
      {
        kind: 'Anonymous',
        members: [
          { kind: 'Method', name: 'f', modifiers: '', returnType: 'Integer', body: '{(return 1)}' },
          { kind: 'Class', name: 'D', modifiers: '' },
          { kind: 'Property', name: 'p', modifiers: '', type: 'Integer', getter: {} },
        ],
        body: '{(call - f)}',
      },
    ],
  ])('%s', (source, expected) => {
    expect(compact(unit(source, 'anonymous'))).toEqual(expected);
  });
});
