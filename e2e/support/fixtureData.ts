/** Who may use what the fixture deploys, and a few rows of it. */
import { Api, type Row } from '../../scripts/demo/api.ts';

/** Everybody who works with the fixture's pages; the others meet refusals there. */
const ORGANIZERS = ['Noor', 'Helen', 'Sofia', 'Jonas', 'Amal'];
/** Reads from right to left; of no persona of the demo. */
const AMAL: Row = {
  FirstName: 'Amal',
  LastName: 'Nasser',
  Username: 'amal.nasser@larkfield.example',
  Email: 'amal.nasser@larkfield.example',
  Alias: 'anass',
  Title: 'Organizer',
  TimeZoneSidKey: 'Asia/Riyadh',
  LanguageLocaleKey: 'ar',
  LocaleSidKey: 'ar_SA',
  EmailEncodingKey: 'UTF-8',
};

interface Named {
  readonly Id: string;
}

export async function enterFixtureData(url: string): Promise<void> {
  const admin = await Api.signIn(url);
  const [profile] = await admin.query<Named>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  await admin.create('User', [{ ...AMAL, ProfileId: profile?.Id ?? null }]);
  const names = ORGANIZERS.map((name) => `'${name}'`).join(', ');
  const users = await admin.query<Named>(`SELECT Id FROM User WHERE FirstName IN (${names})`);
  const [permissionSet] = await admin.query<Named>("SELECT Id FROM PermissionSet WHERE Name = 'Workshop_Organizer'");
  await admin.create(
    'PermissionSetAssignment',
    users.map(({ Id }) => ({ AssigneeId: Id, PermissionSetId: permissionSet?.Id ?? null })),
  );
}
