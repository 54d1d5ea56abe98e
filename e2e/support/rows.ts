/** Records that a test needs to be there, each with a name of its own: tests share one org. */
import type { Api, Row } from '../../scripts/demo/api.ts';

export const API = '/services/data/v67.0';

let made = 0;

/** A name no other test has. */
export function ownName(what: string): string {
  made += 1;
  return `${what} ${process.pid}-${made}`;
}

export async function workshop(api: Api, values: Row = {}): Promise<{ readonly id: string; readonly name: string }> {
  const name = ownName('Workshop');
  const [id = ''] = await api.create('Workshop__c', [{ Name: name, Room__c: 'Blue', Seats__c: 12, ...values }]);
  return { id, name };
}

/** Records of a test belong to the administrator unless somebody is named. */
export async function userNamed(api: Api, firstName: string): Promise<string> {
  const [user] = await api.query<{ readonly Id: string }>(
    `SELECT Id FROM User WHERE FirstName = '${firstName}' LIMIT 1`,
  );
  return user?.Id ?? '';
}

export const viewOf = (object: string, id: string): string => `/lightning/r/${object}/${id}/view`;
