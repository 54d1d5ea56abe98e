/** Every platform method that large public projects call is there, with every overload the platform has. */
import { expect, test } from 'vitest';
import type { PlatformClass } from '../../src/system/define.ts';
import { platformCatalog } from '../../src/system/index.ts';
import called from './calledMethods.json' with { type: 'json' };

/** Known and refused as unsupported; the reason is why no answer of ours could be right. */
const REFUSED: Readonly<Record<string, string>> = {
  'System.Crypto.decryptWithManagedIV(4)': 'additional data of the GCM ciphers, which are not simulated',
  'System.Crypto.encryptWithManagedIV(4)': 'additional data of the GCM ciphers, which are not simulated',
  'System.Crypto.verify(4)': 'a certificate of the org',
  'System.Database.getQueryLocator(2)': 'a query in brackets has run by the time the access level is given',
  'System.Database.insertImmediate': 'acts on external objects only, which the local org does not have',
  'System.Exception.getDisplayMessages': "a method of Site's exceptions, which are left out",
  'System.Math.min(2)': 'a fifth overload that the reference does not describe',
  'System.Security.stripInaccessible(3)': 'access raised by a permission set',
  'System.Security.stripInaccessible(4)': 'access raised by a permission set',
  'System.SObject.getSObjects(1)': 'the reference gives the parameter a type that cannot be one',
  'System.Test.testInstall(4)': 'an overload that the reference does not describe',
};
const ON_EVERY_OBJECT = ['tostring', 'hashcode', 'equals'];
const ON_EVERY_ENUM = ['name', 'ordinal', 'valueof', 'values'];

const catalog = platformCatalog();

/** The class and all it extends or implements. */
function lineage(one: PlatformClass): readonly PlatformClass[] {
  const parents = [one.extends ?? (one.form === 'exception' ? 'System.Exception' : null), ...one.implements];
  return [
    one,
    ...parents
      .filter((parent) => parent !== null && parent !== one.name)
      .flatMap((parent) => {
        const found = catalog.find((parent ?? '').replace(/<.*/, ''));
        return found === null || found === one ? [] : lineage(found);
      }),
  ];
}

function gaps(one: PlatformClass, name: string): readonly string[] {
  const all = lineage(one);
  const isConstructor = name === '<new>';
  const ours = all.flatMap((each) =>
    isConstructor ? each.constructors : each.methods.filter((method) => method.name.toLowerCase() === name),
  );
  const spelling = ours[0]?.name ?? name;
  const label = `${one.name}.${spelling}`;
  if (ours.length === 0) {
    const isBuiltIn = ON_EVERY_OBJECT.includes(name) || (one.form === 'enum' && ON_EVERY_ENUM.includes(name));
    return isBuiltIn ? [] : [label];
  }
  return [0, 1, 2, 3, 4, 5, 6, 7].flatMap((count) => {
    const wanted = catalog.knownOverloads(one.name, isConstructor ? '<init>' : name, count);
    const found = ours.filter((method) => method.parameters.length === count).length;
    return found < wanted ? [`${label}(${count})`] : [];
  });
}

const refused = new Map(Object.keys(REFUSED).map((name) => [name.toLowerCase(), name]));

test.each(Object.entries(called.classes))('%s has %s', (className, names) => {
  const one = catalog.find(className);

  expect(one, `${className} is not simulated`).not.toBeNull();
  const missing = names.split(' ').flatMap((name) => (one === null ? [] : gaps(one, name)));
  expect(missing.filter((gap) => !refused.has(gap.toLowerCase()))).toEqual([]);
});

test('nothing is listed as refused that is there', () => {
  const missing = Object.entries(called.classes).flatMap(([className, names]) => {
    const one = catalog.find(className);
    return one === null ? [] : names.split(' ').flatMap((name) => gaps(one, name));
  });

  expect([...refused.keys()].sort()).toEqual(
    missing
      .map((gap) => gap.toLowerCase())
      .filter((gap) => refused.has(gap))
      .sort(),
  );
});
