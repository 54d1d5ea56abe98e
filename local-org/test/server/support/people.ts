/** Users of a test: a standard user without any rights to custom objects, and what permission sets add. */
import type { InProcess } from './inProcess.ts';

export function makeUser({ org }: InProcess, alias: string, permissionSet: string | null = null): string {
  const assign =
    permissionSet === null
      ? ''
      : `PermissionSet p = [SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'];
         insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = p.Id);`;
  const result = org.local.execute(`
    Profile profile = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
    User u = new User(Username = '${alias}@local.example', LastName = '${alias}', Alias = '${alias}',
      Email = '${alias}@local.example', ProfileId = profile.Id, TimeZoneSidKey = 'America/Los_Angeles',
      LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert u;
    ${assign}`);
  if (!result.isSuccess) {
    throw new Error(result.message ?? 'The user could not be made.');
  }
  return org.local.query(`SELECT Id FROM User WHERE Alias = '${alias}'`).rows[0]?.id ?? '';
}
