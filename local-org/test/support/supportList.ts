/** The list of what the platform library has, written from the classes themselves and from what tests call. */
import type { PlatformClass } from '../../src/system/define.ts';
import { platformCatalog } from '../../src/system/index.ts';
import known from '../../src/system/known.json' with { type: 'json' };
import { coveredMembers, type Member } from './covered.ts';

const HEAD = `# What the local org has of the platform library

Written by \`npm run generate\` from the classes and their tests; do not edit. A name stands for all its overloads. **Bold**: a parity row or a case calls every overload of it; plain: other tests may, no row does. \`refused\` members and classes exist on the platform and are reported as \`UNSUPPORTED\` where code that uses them is compiled, and so is \`clone()\` of platform objects; a single argument value that is not simulated is refused when the call runs.
`;

interface Part {
  readonly name: string;
  readonly members: readonly Member[];
}

function partsOf(one: PlatformClass): readonly Part[] {
  const byName = new Map<string, Member[]>();
  for (const member of [...one.constructors, ...one.methods, ...one.properties]) {
    const name = member.name === '<init>' ? 'new' : member.name;
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  return [...byName].map(([name, members]) => ({ name, members })).sort((left, right) => order(left.name, right.name));
}
const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Names the platform's class has, with the argument counts of its overloads, that ours lacks. */
function refusedOf(one: PlatformClass, members: string): readonly string[] {
  return members
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => {
      const [name = '', counts] = word.split(':');
      const folded = name.toLowerCase();
      if (name === 'clone' || (name === '<init>' && one.constructors.length === 0)) {
        return [];
      }
      if (counts === undefined) {
        const has = [...one.properties.map((property) => property.name), ...one.values];
        return has.some((each) => each.toLowerCase() === folded) ? [] : [name];
      }
      const ours =
        name === '<init>' ? one.constructors : one.methods.filter((each) => each.name.toLowerCase() === folded);
      const missing = [...new Set(counts)].filter(
        (count) =>
          ours.filter((each) => each.parameters.length === parseInt(count, 36)).length <
          [...counts].filter((each) => each === count).length,
      );
      const label = name === '<init>' ? 'new' : name;
      return missing.length === 0 ? [] : [ours.length === 0 ? label : `${label}(${missing.join('|')})`];
    });
}

function classLine(one: PlatformClass, covered: ReadonlySet<Member>, members: string, shortName: string): string {
  const parts = partsOf(one).map(({ name, members: overloads }) =>
    overloads.every((member) => covered.has(member)) ? `**${name}**` : name,
  );
  const inherited = one.extends === null ? [] : [`what ${one.extends} has`];
  const refused = one.form === 'exception' ? [] : refusedOf(one, members);
  const has = one.form === 'enum' ? `enum of ${one.values.length}` : [...parts, ...inherited].join(', ');
  return `- ${shortName}: ${has === '' ? 'no members' : has}${refused.length === 0 ? '' : `; refused: ${refused.join(', ')}`}`;
}

export async function supportList(): Promise<string> {
  const covered = await coveredMembers();
  const classes = [...platformCatalog().classes];
  const namespaces = [...new Set(classes.map((one) => one.name.slice(0, one.name.indexOf('.'))))].sort(order);
  const members = classes.flatMap((one) => [...one.constructors, ...one.methods, ...one.properties]);
  const sections = namespaces.map((namespace) => {
    const ours = classes
      .filter((one) => one.name.startsWith(`${namespace}.`))
      .sort((left, right) => order(left.name, right.name));
    const platform: Readonly<Record<string, string>> =
      (known as Record<string, Record<string, string>>)[namespace] ?? {};
    const short = (one: PlatformClass): string => one.name.slice(namespace.length + 1);
    const exceptions = ours.filter((one) => one.form === 'exception' && partsOf(one).length === 0).map(short);
    const described = ours.filter((one) => !exceptions.includes(short(one)));
    const have = new Set(ours.map((one) => short(one).toLowerCase()));
    const refused = Object.keys(platform).filter((name) => !have.has(name.toLowerCase()));
    return [
      `## ${namespace}\n`,
      ...described.map((one) => classLine(one, covered, platform[short(one)] ?? '', short(one))),
      ...(exceptions.length === 0 ? [] : [`- exceptions with the members of Exception: ${exceptions.join(', ')}`]),
      ...(refused.length === 0 ? [] : [`- refused classes: ${refused.sort(order).join(', ')}`]),
      '',
    ].join('\n');
  });
  const others = Object.entries(known)
    .filter(([namespace]) => !namespaces.includes(namespace))
    .map(([namespace, entries]) => `${namespace} (${Object.keys(entries).length})`)
    .sort(order);
  const count = `${classes.length} classes, ${members.length} members with their overloads, ${members.filter((member) => covered.has(member)).length} of them called by a parity row or a case.`;
  return `${HEAD}\n${count}\n\n${sections.join('\n')}\n## Refused namespaces\n\nWith the number of their classes: ${others.join(', ')}.\n`;
}
