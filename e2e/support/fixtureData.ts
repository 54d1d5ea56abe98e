/** Who may use what the fixture deploys, and a few rows of it. */
import { Api } from '../../scripts/demo/api.ts';

/** Everybody who works with the fixture's pages; the others meet refusals there. */
const ORGANIZERS = ['Noor', 'Helen', 'Sofia', 'Jonas'];

interface Named {
  readonly Id: string;
}

export async function enterFixtureData(url: string): Promise<void> {
  const admin = await Api.signIn(url);
  const names = ORGANIZERS.map((name) => `'${name}'`).join(', ');
  const users = await admin.query<Named>(`SELECT Id FROM User WHERE FirstName IN (${names})`);
  const [permissionSet] = await admin.query<Named>("SELECT Id FROM PermissionSet WHERE Name = 'Workshop_Organizer'");
  await admin.create(
    'PermissionSetAssignment',
    users.map(({ Id }) => ({ AssigneeId: Id, PermissionSetId: permissionSet?.Id ?? null })),
  );
}
