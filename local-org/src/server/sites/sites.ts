/**
 * Public Sites: a path with a guest user of its own, from `CustomSite` metadata or made by an administrator. Sites,
 * their guest users and profiles are rows, so they last as long as the org.
 */
import { userMode } from '../records/work.ts';
import type { LocalOrg } from '../../org/localOrg.ts';
import { seedProfile } from '../../org/profiles.ts';
import { Seeder } from '../../org/seeder.ts';
import type { Row } from '../../data/store.ts';
import { badRequest } from '../errors.ts';

export interface Site {
  readonly name: string;
  readonly label: string;
  /** Without slashes: `public`. */
  readonly pathPrefix: string;
  readonly guestUserId: string;
  readonly isActive: boolean;
}

/** What an administrator says of a new site. */
export interface NewSite {
  readonly name: string;
  readonly label: string;
  readonly pathPrefix: string;
  readonly isActive: boolean;
}

const ACTIVE = 'Active';
const GUEST_LICENSE = 'Guest User License';
const PREFIX = /^[a-z][a-z0-9_-]*$/i;

/** The active site of a path's first part. */
export function siteOf(local: LocalOrg, pathPrefix: string): Site | null {
  return (
    allSites(local).find((site) => site.isActive && site.pathPrefix.toLowerCase() === pathPrefix.toLowerCase()) ?? null
  );
}

export function allSites(local: LocalOrg): readonly Site[] {
  return [...local.parts.store.rows('Site')].map(siteOfRow);
}

const siteOfRow = (row: Row): Site => ({
  name: row['Name'] as string,
  label: row['MasterLabel'] as string,
  pathPrefix: (row['UrlPathPrefix'] as string | undefined) ?? '',
  guestUserId: row['GuestUserId'] as string,
  isActive: row['Status'] === ACTIVE,
});

/** Makes the sites of the source that the org does not have yet. */
export function seedSites(local: LocalOrg): void {
  const known = new Set(allSites(local).map((site) => site.name));
  for (const tree of local.parts.trees) {
    for (const { type, name, node } of tree.others) {
      const pathPrefix = node.text('urlPathPrefix');
      if (type === 'site' && node.name === 'CustomSite' && pathPrefix !== null && !known.has(name)) {
        addSite(local, { name, label: node.text('masterLabel') ?? name, pathPrefix, isActive: node.flag('active') });
      }
    }
  }
}

/** Writes the site with its guest user, whose profile allows nothing until permission sets are assigned. */
export function addSite(local: LocalOrg, site: NewSite): Site {
  const { store, context, users } = local.parts;
  if (!PREFIX.test(site.pathPrefix) || ['services', 'lightning', 'login', 'logout', '_'].includes(site.pathPrefix)) {
    throw badRequest('INVALID_INPUT', `A site can't have the path ${site.pathPrefix}`);
  }
  if (allSites(local).some((one) => one.name === site.name || one.pathPrefix === site.pathPrefix)) {
    throw badRequest('DUPLICATE_VALUE', `There is a site ${site.name} or a site of the path ${site.pathPrefix}`);
  }
  const seeder = new Seeder(store, context.schema, context.clock.now());
  seeder.userId = users.adminId;
  const profileName = `${site.label} Profile`;
  if (seeder.find('Profile', 'Name', profileName) === null) {
    seedProfile(seeder, profileName, GUEST_LICENSE, 'Guest', []);
  }
  const organization = store.get('Organization', users.organizationId);
  const alias = site.name.slice(0, 8).toLowerCase();
  const guestUserId = seeder.insert('User', {
    LastName: `${site.label} Site Guest User`,
    Name: `${site.label} Site Guest User`,
    Alias: alias,
    Username: `${site.pathPrefix}@${users.organizationId.toLowerCase()}.example`,
    Email: `${site.pathPrefix}@${users.organizationId.toLowerCase()}.example`,
    CommunityNickname: `${site.name} guest`,
    ProfileId: seeder.find('Profile', 'Name', profileName),
    UserType: 'Guest',
    IsActive: true,
    EmailEncodingKey: 'UTF-8',
    TimeZoneSidKey: organization?.['TimeZoneSidKey'] ?? 'GMT',
    LocaleSidKey: organization?.['DefaultLocaleSidKey'] ?? 'en_US',
    LanguageLocaleKey: organization?.['LanguageLocaleKey'] ?? 'en_US',
  });
  const id = seeder.insert('Site', {
    Name: site.name,
    MasterLabel: site.label,
    UrlPathPrefix: site.pathPrefix,
    Status: site.isActive ? ACTIVE : 'Inactive',
    SiteType: 'Visualforce',
    AdminId: users.adminId,
    GuestUserId: guestUserId,
  });
  store.commit();
  return siteOfRow(store.get('Site', id) as Row);
}

/** Assigns permission sets, by API name, to a site's guest user. */
export function grantToGuest(local: LocalOrg, site: Site, names: readonly string[]): void {
  const { store, context, users } = local.parts;
  for (const name of names) {
    const set = [...store.rows('PermissionSet')].find((row) => row['Name'] === name);
    if (set === undefined) {
      throw badRequest('INVALID_INPUT', `There is no permission set ${name}`);
    }
    const result = local.transaction(users.adminId, (runtime) => {
      const object = context.schema.find('PermissionSetAssignment');
      if (object === null) {
        throw new Error('The org has no PermissionSetAssignment');
      }
      const row = runtime.newRow(object);
      row.set('AssigneeId', site.guestUserId);
      row.set('PermissionSetId', set.Id);
      runtime.org.dml.execute(runtime, {
        operation: 'insert',
        rows: [row],
        isAllOrNone: true,
        access: { ...userMode(users.adminId), isUserMode: false, isSharingEnforced: false },
        externalIdField: null,
        options: {},
      });
    });
    if (!result.isSuccess) {
      throw badRequest('INVALID_INPUT', result.message ?? `${name} can't be assigned to a guest`);
    }
  }
}
