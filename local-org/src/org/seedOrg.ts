/** The organization, its first users and the rows of standard lists. */
import type { Seeder } from './seeder.ts';
import { ADMINISTRATOR, seedProfiles } from './profiles.ts';
import { recordTypeId } from '../soql/virtual/recordTypes.ts';
import type { Value } from '../values/value.ts';

export interface OrgSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
  readonly currency: string;
  readonly features: ReadonlySet<string>;
  readonly namespace: string;
}
export interface SeededOrg {
  readonly organizationId: string;
  readonly adminId: string;
  readonly automatedProcessId: string;
}

export function seedOrg(seeder: Seeder, settings: OrgSettings): SeededOrg {
  const organizationId = seeder.insert('Organization', {
    Name: settings.name,
    OrganizationType: 'Developer Edition',
    IsSandbox: false,
    InstanceName: 'LCL1',
    NamespacePrefix: settings.namespace === '' ? null : settings.namespace,
    TimeZoneSidKey: settings.timeZone,
    LanguageLocaleKey: settings.language,
    DefaultLocaleSidKey: settings.locale,
    FiscalYearStartMonth: 1,
    PrimaryContact: 'Admin User',
    UsesStartDateAsFiscalYearName: false,
  });
  seedProfiles(seeder);
  const adminId = seeder.store.nextId('User');
  seeder.userId = adminId;
  const person = (
    first: string | null,
    last: string,
    alias: string,
    more: Readonly<Record<string, Value>>,
  ): Readonly<Record<string, Value>> => ({
    FirstName: first,
    LastName: last,
    Name: first === null ? last : `${first} ${last}`,
    Alias: alias,
    IsActive: true,
    TimeZoneSidKey: settings.timeZone,
    LocaleSidKey: settings.locale,
    LanguageLocaleKey: settings.language,
    EmailEncodingKey: 'UTF-8',
    DefaultCurrencyIsoCode: settings.currency,
    CurrencyIsoCode: settings.currency,
    CommunityNickname: alias,
    ...more,
  });
  const username = `admin@${organizationId.toLowerCase()}.example`;
  seeder.insert(
    'User',
    person('Admin', 'User', 'admin', {
      Username: username,
      Email: username,
      ProfileId: seeder.find('Profile', 'Name', ADMINISTRATOR),
      UserType: 'Standard',
      UserPermissionsMarketingUser: true,
    }),
    adminId,
  );
  const automatedProcessId = seeder.insert(
    'User',
    person(null, 'Automated Process', 'autoproc', {
      Username: `autoproc@${organizationId.toLowerCase()}`,
      Email: `autoproc@${organizationId.toLowerCase()}.example`,
      UserType: 'AutomatedProcess',
      TimeZoneSidKey: 'GMT',
    }),
  );
  seedLists(seeder, settings);
  return { organizationId, adminId, automatedProcessId };
}

function seedLists(seeder: Seeder, settings: OrgSettings): void {
  seeder.insert('Group', {
    Name: 'All Internal Users',
    DeveloperName: 'AllInternalUsers',
    Type: 'Organization',
    DoesIncludeBosses: false,
  });
  seeder.insert('Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: true });
  const hours = Object.fromEntries(
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].flatMap((day) => [
      [`${day}StartTime`, null],
      [`${day}EndTime`, null],
    ]),
  );
  seeder.insert('BusinessHours', {
    Name: 'Default',
    IsActive: true,
    IsDefault: true,
    TimeZoneSidKey: settings.timeZone,
    ...hours,
  });
  if (settings.features.has('multiCurrency')) {
    const field =
      seeder.schema.find('CurrencyType') === null ? null : seeder.schema.find('Account')?.fields.get('currencyisocode');
    for (const value of field?.picklist ?? []) {
      seeder.insert('CurrencyType', {
        IsoCode: value.value,
        ConversionRate: 1,
        DecimalPlaces: 2,
        IsActive: true,
        IsCorporate: value.value === settings.currency,
      });
    }
  }
}

/** Rows that tell what the schema has: values of standard picklists, and record types. */
export function seedSchemaRows(seeder: Seeder): void {
  seedPicklist(seeder, 'OpportunityStage', 'Opportunity', 'StageName');
  seedPicklist(seeder, 'TaskStatus', 'Task', 'Status');
  seedPicklist(seeder, 'TaskPriority', 'Task', 'Priority');
  seedPicklist(seeder, 'CaseStatus', 'Case', 'Status');
  seedPicklist(seeder, 'LeadStatus', 'Lead', 'Status');
  for (const object of seeder.schema.objects.values()) {
    for (const type of object.recordTypes) {
      const id = recordTypeId(seeder.schema, object.name, type.developerName);
      if (id !== null) {
        seeder.insert(
          'RecordType',
          {
            Name: type.label,
            DeveloperName: type.developerName,
            SobjectType: object.name,
            IsActive: type.isActive,
            NamespacePrefix: object.namespace === '' ? null : object.namespace,
          },
          id,
        );
      }
    }
  }
}

/** Closed values as the platform ships them, where the picklist does not say it. */
const CLOSED = /^(closed|completed|converted)/i;

/** `OpportunityStage` and its like list the values of a picklist. */
function seedPicklist(seeder: Seeder, listObject: string, object: string, fieldName: string): void {
  const field = seeder.schema.find(object)?.fields.get(fieldName.toLowerCase());
  if (field === undefined || seeder.schema.find(listObject) === null) {
    return;
  }
  for (const [index, value] of field.picklist.entries()) {
    const isClosed = value.stage?.isClosed ?? CLOSED.test(value.value);
    seeder.insert(listObject, {
      MasterLabel: value.label,
      ApiName: value.value,
      SortOrder: index + 1,
      IsDefault: value.isDefault,
      IsActive: value.isActive,
      IsClosed: isClosed,
      IsConverted: isClosed,
      IsWon: value.stage?.isWon ?? false,
      DefaultProbability: value.stage?.probability ?? null,
      ForecastCategoryName: value.stage?.forecastCategory ?? null,
      IsHighPriority: value.value === 'High',
    });
  }
}
