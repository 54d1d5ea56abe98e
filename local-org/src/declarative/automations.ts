/**
 * Automations of the source that the local org does not run. A save that would start one is refused: what it would
 * have done can't be guessed.
 */
import { qualify } from '../metadata/names.ts';
import type { NamedSource, SourceTree } from '../metadata/tree.ts';

export type SaveOperation = 'insert' | 'update' | 'delete' | 'undelete';

export interface UnsupportedAutomation {
  /** `flow Notify_Owner`. */
  readonly what: string;
  readonly file: string;
  /** Objects are named in lower case; null for one that no save starts. */
  readonly object: string | null;
  readonly operations: ReadonlySet<SaveOperation>;
}

/** Active record-triggered flows, processes and workflow rules. */
export function unsupportedAutomations(trees: readonly Pick<SourceTree, 'others'>[]): readonly UnsupportedAutomation[] {
  return trees.flatMap((tree) =>
    tree.others.flatMap((source) =>
      source.type === 'flow' ? flow(source) : source.type === 'workflow' ? workflow(source) : [],
    ),
  );
}

/** Source: Metadata API Developer Guide, "Flow": `start.recordTriggerType`; processes are flows of other types. */
function flow({ name, namespace, file, node }: NamedSource): readonly UnsupportedAutomation[] {
  const start = node.child('start');
  const isTriggered = start?.text('triggerType')?.startsWith('Record') === true;
  const isProcess = /^(Workflow|InvocableProcess|CustomEvent)$/.test(node.text('processType') ?? '');
  if (node.text('status') !== 'Active' || !(isTriggered || isProcess)) {
    return [];
  }
  const object =
    start?.text('object') ??
    node
      .all('processMetadataValues')
      .find((one) => one.text('name') === 'ObjectType')
      ?.child('value')
      ?.text('stringValue') ??
    null;
  return [
    {
      what: `flow ${name}`,
      file,
      object: object === null ? null : qualify(object, namespace).toLowerCase(),
      operations: operationsOf(start?.text('triggerType') ?? null, start?.text('recordTriggerType') ?? null),
    },
  ];
}

function operationsOf(trigger: string | null, type: string | null): ReadonlySet<SaveOperation> {
  if (trigger === 'RecordBeforeDelete') {
    return new Set(['delete']);
  }
  switch (type) {
    case 'Create':
      return new Set(['insert']);
    case 'Update':
      return new Set(['update']);
    case 'Delete':
      return new Set(['delete']);
    default:
      return new Set(['insert', 'update']);
  }
}

/** One file an object; rules without an active one start nothing. */
function workflow({ name, namespace, file, node }: NamedSource): readonly UnsupportedAutomation[] {
  return node.all('rules').some((rule) => rule.flag('active'))
    ? [
        {
          what: `workflow rules of ${name}`,
          file,
          object: qualify(name, namespace).toLowerCase(),
          operations: new Set<SaveOperation>(['insert', 'update']),
        },
      ]
    : [];
}
