/** `@salesforce/messageChannel/Thing__c`: names a channel of the Lightning Message Service. */
import { qualify } from '../../metadata/names.ts';
import type { SourceTree } from '../../metadata/tree.ts';
import { frozenModule, notFoundIn, type ScopedImport } from './moduleText.ts';

export function messageChannelModule(trees: readonly SourceTree[], asked: ScopedImport): string {
  const wanted = qualify(asked.name, asked.namespace);
  const found = trees.some((tree) =>
    tree.others.some(
      ({ type, name, namespace, node }) =>
        type === 'messageChannel' &&
        // The platform adds the ending to the name of the file.
        qualify(`${name.replace(/__c$/, '')}__c`, namespace) === wanted &&
        (namespace === asked.namespace || node.flag('isExposed')),
    ),
  );
  if (!found) {
    throw notFoundIn(asked, `there is no message channel ${asked.name}`);
  }
  return frozenModule({ channelName: wanted });
}
