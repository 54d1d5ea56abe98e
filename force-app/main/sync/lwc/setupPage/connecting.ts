/**
 * The calls that connect a service. Each is a transaction of its own, because the platform lets no transaction write
 * both credentials and records, or write before it calls out.
 */
import enterCredential from '@salesforce/apex/ConnectionSetupController.enterCredential';
import forgetCredential from '@salesforce/apex/ConnectionSetupController.forgetCredential';
import discardDraft from '@salesforce/apex/ConnectionSetupController.discardDraft';
import noteForgotten from '@salesforce/apex/ConnectionSetupController.noteForgotten';
import saveConnection from '@salesforce/apex/ConnectionSetupController.saveConnection';
import stopConnection from '@salesforce/apex/ImportSetupController.disconnect';
import type { CredentialEntry } from 'c/setupCredential';
import type { ConnectionView, SavedConnection, TenantView } from 'views/connect';

/** Saves what is no secret. */
export async function saveEntry(
  provider: string,
  connection: ConnectionView | undefined,
  entry: CredentialEntry,
): Promise<SavedConnection> {
  const input = { id: connection?.id ?? null, provider, address: entry.address, tenant: entry.tenant };
  return answered(await saveConnection({ input }));
}

/** Hands the credential to Salesforce. One that belongs to an earlier address is forgotten first. */
export async function keepCredential(saved: SavedConnection, entry: CredentialEntry): Promise<void> {
  const connectionId = saved.connection?.id ?? '';
  if (saved.hasLeftover) {
    await forgetCredential({ connectionId });
  }
  await enterCredential({ connectionId, values: entry.values });
}

/** Keeps the account that was chosen. */
export async function saveTenant(connection: ConnectionView, tenant: TenantView): Promise<SavedConnection> {
  const input = {
    id: connection.id ?? null,
    address: connection.address ?? null,
    tenant: tenant.id ?? null,
    tenantName: tenant.name ?? null,
  };
  return answered(await saveConnection({ input }));
}

/** Stops a connection and forgets its credential. Nothing begins any more from the first call on. */
export async function disconnect(connectionId: string): Promise<void> {
  await stopConnection({ connectionId });
  await forgetCredential({ connectionId });
  await noteForgotten({ connectionId });
}

/** Throws a draft away, with its credential. */
export async function discard(connectionId: string): Promise<void> {
  await forgetCredential({ connectionId });
  await discardDraft({ connectionId });
}

function answered<Answer>(answer: Answer | null): Answer {
  if (answer === null) {
    throw new Error();
  }
  return answer;
}
