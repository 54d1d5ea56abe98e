/** Built-in licences and profiles with what they may do. */
import { STANDARD_USER_OBJECTS } from '../security/openObjects.ts';
import type { Seeder } from './seeder.ts';

const LICENSES: Readonly<Record<string, string>> = {
  Salesforce: 'SFDC',
  'Salesforce Platform': 'AUL',
  'Chatter Free': 'CSN',
  'Guest User License': 'PID_Guest_User',
  'Analytics Cloud Integration User': 'ANALYTICS',
  Identity: 'IDENTITY',
  'Salesforce Integration': 'SFDC_INTEGRATION',
  'Customer Community': 'PID_Customer_Community',
};

export const ADMINISTRATOR = 'System Administrator';

interface BuiltInProfile {
  readonly license: string;
  readonly userType: string;
  readonly permissions: readonly string[];
  readonly objects: 'all' | 'standard' | 'read' | 'none';
  /** Where the profile differs from Standard User. */
  readonly exceptions?: Readonly<Record<string, string>>;
}
const USER = [
  'ApiEnabled',
  'RunReports',
  'ViewSetup',
  'EditTask',
  'EditEvent',
  'LightningExperienceUser',
  'ActivitiesAccess',
];
const PROFILES: Readonly<Record<string, BuiltInProfile>> = {
  [ADMINISTRATOR]: {
    license: 'Salesforce',
    userType: 'Standard',
    objects: 'all',
    permissions: [
      ...USER,
      'ModifyAllData',
      'ViewAllData',
      'AuthorApex',
      'CustomizeApplication',
      'ManageUsers',
      'ViewAllUsers',
      'ManageSharing',
      'ModifyMetadata',
      'ManageCustomPermissions',
      'AssignPermissionSets',
      'ManageNamedCredentials',
      'ViewAllCustomSettings',
      'ScheduleReports',
      'ManageRoles',
      'ManageProfilesPermissionsets',
      'ManageInternalUsers',
      'ViewRoles',
      'InstallPackaging',
      'TransferAnyEntity',
      'EditReadonlyFields',
    ],
  },
  'Standard User': { license: 'Salesforce', userType: 'Standard', objects: 'standard', permissions: USER },
  'Marketing User': {
    license: 'Salesforce',
    userType: 'Standard',
    objects: 'standard',
    permissions: USER,
    exceptions: { Campaign: 'crud' },
  },
  'Contract Manager': { license: 'Salesforce', userType: 'Standard', objects: 'standard', permissions: USER },
  'Solution Manager': { license: 'Salesforce', userType: 'Standard', objects: 'standard', permissions: USER },
  'Read Only': {
    license: 'Salesforce',
    userType: 'Standard',
    objects: 'read',
    permissions: ['ApiEnabled', 'RunReports', 'ViewSetup', 'LightningExperienceUser'],
  },
  'Minimum Access - Salesforce': {
    license: 'Salesforce',
    userType: 'Standard',
    objects: 'none',
    permissions: ['LightningExperienceUser'],
  },
  'Standard Platform User': {
    license: 'Salesforce Platform',
    userType: 'Standard',
    objects: 'standard',
    permissions: USER,
  },
  'Chatter Free User': { license: 'Chatter Free', userType: 'CSNOnly', objects: 'none', permissions: [] },
  'Minimum Access - API Only Integrations': {
    license: 'Salesforce Integration',
    userType: 'Standard',
    objects: 'none',
    permissions: ['ApiEnabled', 'ApiUserOnly'],
  },
  'Guest License User': { license: 'Guest User License', userType: 'Guest', objects: 'none', permissions: [] },
};
/** Profiles whose users see and edit the standard fields of the objects they have. */
export const WITH_STANDARD_FIELDS: readonly string[] = Object.entries(PROFILES)
  .filter(([, profile]) => profile.objects === 'standard' || profile.objects === 'read')
  .map(([name]) => name);

export function seedProfiles(seeder: Seeder): void {
  for (const [name, key] of Object.entries(LICENSES)) {
    seeder.insert('UserLicense', {
      Name: name,
      MasterLabel: name,
      LicenseDefinitionKey: key,
      Status: 'Active',
      TotalLicenses: 100,
      UsedLicenses: 1,
    });
  }
  for (const [name, profile] of Object.entries(PROFILES)) {
    const setId = seedProfile(seeder, name, profile.license, profile.userType, profile.permissions);
    const objects = { ...STANDARD_USER_OBJECTS, ...profile.exceptions };
    for (const [object, access] of Object.entries(objects)) {
      if (seeder.schema.find(object) === null || profile.objects === 'none') {
        continue;
      }
      const isAll = profile.objects === 'all';
      const may = (right: string): boolean => isAll || (profile.objects === 'standard' && access.includes(right));
      seeder.insert('ObjectPermissions', {
        ParentId: setId,
        SobjectType: object,
        PermissionsRead: true,
        PermissionsCreate: may('c'),
        PermissionsEdit: may('u'),
        PermissionsDelete: may('d'),
        PermissionsViewAllRecords: isAll,
        PermissionsModifyAllRecords: isAll,
        PermissionsViewAllFields: isAll,
      });
    }
  }
}

/** The profile and the permission set that belongs to it; gives the id of the set. */
export function seedProfile(
  seeder: Seeder,
  name: string,
  license: string,
  userType: string,
  permissions: readonly string[],
): string {
  const flags = Object.fromEntries(permissions.map((permission) => [`Permissions${permission}`, true]));
  const profileId = seeder.insert('Profile', {
    Name: name,
    UserLicenseId: seeder.find('UserLicense', 'Name', license),
    UserType: userType,
    ...flags,
  });
  return seeder.insert('PermissionSet', {
    Name: `X${profileId}`,
    Label: profileId,
    ProfileId: profileId,
    IsOwnedByProfile: true,
    IsCustom: false,
    Type: 'Profile',
    ...flags,
  });
}
