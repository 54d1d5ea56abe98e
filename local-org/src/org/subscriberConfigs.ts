/** PlatformEventSubscriberConfig of the sources: who runs a trigger of events, and how many it gets at a time. */
import type { SubscriberConfig } from '../async/subscribers.ts';
import type { SourceTree } from '../metadata/tree.ts';

export function subscriberConfigs(tree: SourceTree): readonly SubscriberConfig[] {
  return tree.others
    .filter((source) => source.type === 'PlatformEventSubscriberConfig')
    .map(({ node, name }) => {
      const trigger = node.text('platformEventConsumer') ?? name;
      const isQualified = tree.namespace === '' || trigger.startsWith(`${tree.namespace}__`);
      return {
        trigger: isQualified ? trigger : `${tree.namespace}__${trigger}`,
        batchSize: node.number('batchSize'),
        userName: node.text('user'),
      };
    });
}
