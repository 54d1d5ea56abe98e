/** Users of a test's own. */
import type { InProcess } from './inProcess.ts';

/** A user of a profile, by that profile's name. */
export function addUser(server: InProcess, alias: string, profile = 'Standard User'): string {
  const { parts } = server.org.local;
  const profileRow = [...parts.store.rows('Profile')].find((row) => row['Name'] === profile);
  const admin = parts.store.get('User', parts.users.adminId);
  if (profileRow === undefined || admin === null) {
    throw new Error(`There is no profile ${profile}`);
  }
  const id = parts.store.nextId('User');
  const username = `${alias}@people.example`;
  parts.store.insert('User', {
    ...admin,
    Id: id,
    Alias: alias,
    Username: username,
    Email: username,
    LastName: alias,
    Name: alias,
    ProfileId: profileRow.Id,
  });
  parts.store.commit();
  return id;
}
