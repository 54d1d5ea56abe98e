/** Navigation items of the user. Source: LWC Developer Guide, "lightning/uiAppsApi". */
import { uiApi } from 'shell/http';
import { resourceSource } from 'shell/recordStore';
import { wireAdapter } from 'shell/wire';

interface NavigationConfig {
  readonly formFactor?: string;
  readonly navItemNames?: readonly string[];
  readonly page?: number;
  readonly pageSize?: number;
}
export const getNavItems = wireAdapter<NavigationConfig, unknown>((config) =>
  resourceSource(
    uiApi('nav-items', {
      formFactor: config.formFactor,
      navItemNames: config.navItemNames,
      page: config.page,
      pageSize: config.pageSize,
    }),
    'metadata',
  ),
);
