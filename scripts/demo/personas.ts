/** The people who log in, each with other rights. Who is here by name is in the guides and tests. */
export interface Persona {
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly department: string;
  readonly profile: string;
  /** Names of the package's permission sets. */
  readonly permissionSets: readonly string[];
  /** Consultants log time; the others sell, keep the books or look after the org. */
  readonly isConsultant: boolean;
  readonly timeZone?: string;
  readonly language?: string;
  readonly locale?: string;
}

const STANDARD_USER = 'Standard User';

export const PERSONAS: readonly Persona[] = [
  {
    firstName: 'Noor',
    lastName: 'Haddad',
    title: 'Salesforce Administrator',
    department: 'IT',
    profile: 'System Administrator',
    permissionSets: ['Sync_Admin'],
    isConsultant: false,
  },
  {
    firstName: 'Helen',
    lastName: 'Marsh',
    title: 'Managing Partner',
    department: 'Partners',
    profile: STANDARD_USER,
    permissionSets: ['Time_Manager'],
    isConsultant: true,
  },
  {
    firstName: 'Marcus',
    lastName: 'Bell',
    title: 'Delivery Lead',
    department: 'Delivery',
    profile: STANDARD_USER,
    permissionSets: ['Time_User', 'Time_Manager'],
    isConsultant: true,
  },
  {
    firstName: 'Sofia',
    lastName: 'Lindqvist',
    title: 'Senior Consultant',
    department: 'Delivery',
    profile: STANDARD_USER,
    permissionSets: ['Time_User'],
    isConsultant: true,
  },
  {
    firstName: 'Jonas',
    lastName: 'Weber',
    title: 'Consultant',
    department: 'Delivery',
    profile: STANDARD_USER,
    permissionSets: ['Time_User'],
    isConsultant: true,
    timeZone: 'Europe/Berlin',
    language: 'de',
    locale: 'de_DE',
  },
  {
    firstName: 'Amelia',
    lastName: 'Tran',
    title: 'Consultant',
    department: 'Delivery',
    profile: STANDARD_USER,
    permissionSets: ['Time_User'],
    isConsultant: true,
    timeZone: 'Australia/Sydney',
    locale: 'en_AU',
  },
  {
    firstName: 'Ruth',
    lastName: 'Okafor',
    title: 'Client Director',
    department: 'Sales',
    profile: STANDARD_USER,
    permissionSets: ['Time_User'],
    isConsultant: false,
  },
  {
    firstName: 'Peter',
    lastName: 'Novak',
    title: 'Account Executive',
    department: 'Sales',
    profile: STANDARD_USER,
    permissionSets: [],
    isConsultant: false,
  },
  {
    firstName: 'Daniel',
    lastName: 'Cho',
    title: 'Finance Manager',
    department: 'Finance',
    profile: STANDARD_USER,
    permissionSets: ['Time_Manager'],
    isConsultant: false,
  },
  {
    firstName: 'Lena',
    lastName: 'Fischer',
    title: 'Auditor',
    department: 'Finance',
    profile: 'Read Only',
    permissionSets: [],
    isConsultant: false,
  },
  {
    firstName: 'Timesheet',
    lastName: 'Integration',
    title: 'Synchronization',
    department: 'IT',
    profile: 'Minimum Access - API Only Integrations',
    permissionSets: ['Sync_Integration'],
    isConsultant: false,
  },
];

export const fullName = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${firstName} ${lastName}`;
