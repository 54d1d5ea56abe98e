/**
 * `System.Network` in an org without Experience Cloud, which the local org is: nobody is on a site, so that what asks
 * for the present one gets null (Apex Reference, "Network Class": "If digital experiences isn't enabled for the user's
 * org or the user is currently in the internal org, returns null").
 */
import { platformClass } from '../define.ts';

export default platformClass('System.Network', {
  methods: {
    'static String communitiesLanding()': () => null,
    'static PageReference forwardToAuthPage(String startUrl)': () => null,
    'static PageReference forwardToAuthPage(String startUrl, String displayType)': () => null,
    'static Id getNetworkId()': () => null,
    'static String getLoginUrl(String networkId)': (runtime) => runtime.unsupported('Network.getLoginUrl'),
    'static String getLogoutUrl(String networkId)': (runtime) => runtime.unsupported('Network.getLogoutUrl'),
    'static String getSelfRegUrl(String networkId)': (runtime) => runtime.unsupported('Network.getSelfRegUrl'),
  },
});
