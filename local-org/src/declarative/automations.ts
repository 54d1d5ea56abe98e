/** Automations of the source that the local org does not run: they are named when the source is loaded, never skipped in silence. */
import type { SourceTree } from '../metadata/tree.ts';

/** What a save would have run: `flow Notify_Owner (flows/Notify_Owner.flow-meta.xml)`. */
export function unsupportedAutomations(tree: Pick<SourceTree, 'others' | 'unread'>): readonly string[] {
  const found: string[] = [];
  for (const { name, file, node, type } of tree.others) {
    const start = node.child('start');
    const isTriggered = type === 'flow' && start !== null && start.text('triggerType') !== null;
    const isProcess =
      type === 'flow' && /^(Workflow|InvocableProcess|CustomEvent)$/.test(node.text('processType') ?? '');
    if ((isTriggered || isProcess) && node.text('status') === 'Active') {
      found.push(`flow ${name} (${file})`);
    }
  }
  for (const { file, type } of tree.unread) {
    const kind = UNREAD[type.toLowerCase()];
    if (kind !== undefined) {
      found.push(`${kind} (${file})`);
    }
  }
  return found;
}

const UNREAD: Readonly<Record<string, string>> = {
  workflow: 'workflow rules',
  flow: 'flow',
  approvalprocess: 'approval process',
  assignmentrules: 'assignment rules',
  autoresponserules: 'auto-response rules',
  escalationrules: 'escalation rules',
};
