/**
 * Writes what the platform has and the local org may not simulate: the names of its classes with their members, and
 * of its objects. Sources: the type stubs of the scanner (API 65) and the library stubs in the jar of the compiler's
 * front end (API 67); what either knows is known.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileJava, compilerJar, jarNamed, java, pmdJars } from '../check/apex/toolbox.ts';

export const KNOWN_NAMES = 'local-org/src/system/known.json';
export const KNOWN_OBJECTS = 'local-org/src/system/knownObjects.json';

/** The spelling and, by source, how many arguments each overload takes; a field has none. */
interface Member {
  readonly name: string;
  readonly counts: Map<string, number[]>;
}
interface KnownClass {
  readonly name: string;
  readonly namespace: string;
  readonly members: Map<string, Member>;
}

/** The two files as they must be. */
export async function knownNames(): Promise<{ readonly classes: string; readonly objects: string }> {
  const jars = await pmdJars();
  const compiled = await compileJava('KnownNames', []);
  const sources = [jarNamed(jars, 'standard-types'), jarNamed(jars, 'sobject-types'), compilerJar()];
  const done = await java([compiled], 'KnownNames', sources);
  if (done.code !== 0) {
    throw new Error(`The platform's names could not be read: ${done.stderr.trim().slice(-600)}`);
  }
  const classes = new Map<string, KnownClass>();
  const objects = new Set<string>();
  for (const row of done.stdout.split('\n')) {
    const [kind = '', ...cells] = row.split('\t');
    if (kind === 'object') {
      objects.add(cells[0] ?? '');
    } else if (kind !== '') {
      note(classes, kind, cells);
    }
  }
  return { classes: `${JSON.stringify(inNamespaces(classes), null, 2)}\n`, objects: objectsFile(objects) };
}

function note(classes: Map<string, KnownClass>, kind: string, cells: readonly string[]): void {
  const [source = '', namespace = '', className = '', name = '', count = ''] = cells;
  const key = `${namespace}.${className}`.toLowerCase();
  const members = classes.get(key)?.members ?? new Map<string, Member>();
  if (kind === 'class') {
    // The compiler's own spelling comes last and counts.
    classes.set(key, { name: className, namespace, members });
    return;
  }
  const memberKey = `${kind} ${name.toLowerCase()}`;
  const member: Member = members.get(memberKey) ?? { name, counts: new Map<string, number[]>() };
  members.set(memberKey, member);
  if (kind === 'method') {
    member.counts.set(source, [...(member.counts.get(source) ?? []), Number(count)]);
  }
}

/** `addFields:1 cancel:0 facets`: methods with a figure in base 36 for each overload, then what is no method. */
function membersText({ members }: KnownClass): string {
  const texts = [...members.values()].map(({ name, counts }) => {
    // A stub that is a Java class has a constructor without arguments whether the platform's class has it or not.
    const isMadeUp = name === '<init>' && counts.has('stubs');
    const bySource = [...counts].map(([source, all]) =>
      isMadeUp && source === 'types' ? all.filter((count) => count > 0) : all,
    );
    const most = (count: number): number =>
      Math.max(...bySource.map((one) => one.filter((other) => other === count).length));
    const all = [...new Set(bySource.flat())].sort((one, other) => one - other);
    const figures = all.flatMap((count) => Array.from({ length: most(count) }, () => count.toString(36)));
    return figures.length === 0 ? name : `${name}:${figures.join('')}`;
  });
  const isMethod = (text: string): boolean => text.includes(':');
  return [...texts.filter(isMethod).sort(byName), ...texts.filter((text) => !isMethod(text)).sort(byName)].join(' ');
}

/** In the alphabet's order, whatever the case; the machine's language has no say. */
const byName = (one: string, other: string): number =>
  byText(one.toLowerCase(), other.toLowerCase()) || byText(one, other);
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function inNamespaces(classes: ReadonlyMap<string, KnownClass>): Record<string, Record<string, string>> {
  const result: Record<string, Record<string, string>> = {};
  // The compiler writes namespaces with capitals, some of the scanner's are all small.
  const spelling = new Map<string, string>();
  for (const { namespace } of classes.values()) {
    const folded = namespace.toLowerCase();
    spelling.set(folded, [spelling.get(folded) ?? namespace, namespace].sort(byText)[0] ?? namespace);
  }
  const sorted = [...classes.values()].sort((one, other) =>
    byName(`${one.namespace}.${one.name}`, `${other.namespace}.${other.name}`),
  );
  for (const one of sorted) {
    (result[spelling.get(one.namespace.toLowerCase()) ?? one.namespace] ??= {})[one.name] = membersText(one);
  }
  return result;
}

/** An object's share, history, feed and change event objects are known by it. */
function objectsFile(names: ReadonlySet<string>): string {
  const isOwn = (name: string): boolean =>
    !names.has(name.replace(/(?:Share|History|Feed|ChangeEvent)$/, '')) ||
    !/(?:Share|History|Feed|ChangeEvent)$/.test(name);
  return `${JSON.stringify({ names: [...names].filter(isOwn).sort(byName).join(' ') }, null, 2)}\n`;
}

/** Writes the two files; one that is right stays untouched. */
export async function writeKnownNames(root: string): Promise<void> {
  const { classes, objects } = await knownNames();
  for (const [file, text] of [
    [KNOWN_NAMES, classes],
    [KNOWN_OBJECTS, objects],
  ] as const) {
    const path = join(root, file);
    if (readFileSync(path, { encoding: 'utf8', flag: 'a+' }) !== text) {
      writeFileSync(path, text);
    }
  }
}
