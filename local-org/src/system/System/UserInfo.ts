/** Who runs, from the user's own row. */
import type { Row } from '../../data/store.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { platformClass } from '../define.ts';
import { userTimeZone } from './TimeZone.ts';

function user(runtime: Runtime): Row | null {
  return runtime.org.store.get('User', runtime.access.userId);
}
const text =
  (field: string) =>
  (runtime: Runtime): unknown =>
    user(runtime)?.[field] ?? null;
const organization =
  (field: string) =>
  (runtime: Runtime): unknown =>
    runtime.org.store.get('Organization', runtime.org.id)?.[field] ?? null;

function fullName(runtime: Runtime): string {
  const row = user(runtime);
  return [row?.['FirstName'], row?.['LastName']].filter((part) => typeof part === 'string' && part !== '').join(' ');
}
/** Of `getUserType`: the licence's kind in capitals. */
const userType = (runtime: Runtime): string => String(user(runtime)?.['UserType'] ?? 'Standard').toUpperCase();

export default platformClass('System.UserInfo', {
  methods: {
    'static String getUserId()': (runtime) => runtime.access.userId,
    'static String getUserName()': text('Username'),
    'static String getFirstName()': text('FirstName'),
    'static String getLastName()': text('LastName'),
    'static String getName()': fullName,
    'static String getUserEmail()': text('Email'),
    'static String getProfileId()': text('ProfileId'),
    'static String getUserRoleId()': text('UserRoleId'),
    'static String getUserType()': userType,
    'static String getLanguage()': (runtime) => runtime.userSettings.language,
    'static String getLocale()': (runtime) => runtime.userSettings.locale,
    'static String getDefaultCurrency()': (runtime) => runtime.userSettings.currency,
    'static String getOrganizationId()': (runtime) => runtime.org.id,
    'static String getOrganizationName()': organization('Name'),
    /** Without a login there is no session. */
    'static String getSessionId()': () => null,
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static Boolean isMultiCurrencyOrganization()': (runtime) => runtime.org.features.has('multiCurrency'),
    'static Boolean isCurrentUserLicensed(String namespace)': (runtime, namespace: string | null) => {
      if (
        namespace !== null &&
        namespace !== '' &&
        namespace.toLowerCase() !== runtime.org.namespace.toLowerCase() &&
        !runtime.org.packages.has(namespace)
      ) {
        return runtime.fail('System.TypeException', `Invalid namespace: ${namespace}`);
      }
      return true;
    },
    'static System.TimeZone getTimeZone()': (runtime) => userTimeZone(runtime),
  },
});
