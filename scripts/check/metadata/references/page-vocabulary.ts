/** Words of the Lightning page format that no published schema lists; a namespace that is absent is not checked. */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  force: [
    'highlightsPanel',
    'detailPanel',
    'relatedListContainer',
    'relatedListSingleContainer',
    'relatedListQuickLinksContainer',
    'recordDetailPanelMobile',
    'reportChart',
    'visualforcePage',
    'listView',
    'canvasApp',
    'recordType',
    'enhancedRelatedList',
    'recordFieldSection',
  ],
  flexipage: [
    'tab',
    'tabset',
    'tab2',
    'tabset2',
    'column',
    'fieldSection',
    'richText',
    'recentItems',
    'filterListCard',
    'reportChart',
    'accordion',
    'accordionSection',
    'canvasApp',
    'visualforcePage',
    'appHomeHeader',
    'blankAction',
    'headlessSection',
    'dynamicHighlights',
    'horizontalScroll',
    'availableFieldSection',
  ],
  home: [
    'topDealsContainer',
    'eventContainer',
    'assistant',
    'recentRecordContainer',
    'heroContainer',
    'news',
    'performanceChart',
    'keyDeals',
    'todayTask',
    'itemsToApprove',
    'dashboard',
    'quarterlyPerformance',
    'todaysEvents',
  ],
};

export const TEMPLATE_REGIONS: Readonly<Record<string, readonly string[]>> = {
  'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
  'flexipage:recordHomeSimpleViewTemplate': ['header', 'main'],
  'flexipage:recordHomeSingleColTemplateDesktop': ['header', 'main'],
  'flexipage:recordHomeSingleColTemplateDesktop2': ['header', 'main'],
  'flexipage:recordHomeSingleColNoHeaderTemplateDesktop': ['main'],
  'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': ['header', 'leftcol', 'rightcol'],
  'flexipage:recordHomeThreeColTemplateDesktop': ['header', 'leftsidebar', 'main', 'rightsidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:recordHomeWithSubheaderTemplateDesktop2': ['header', 'subheader', 'main', 'sidebar'],
  'flexipage:defaultAppHomeTemplate': ['main'],
  'flexipage:appHomeTemplateHeaderTwoColumns': ['header', 'leftcol', 'rightcol'],
  'flexipage:appHomeTemplateTwoColumns': ['main', 'sidebar'],
  'flexipage:appHomeTemplateThreeColumns': ['column1', 'column2', 'column3'],
  'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
  'home:newHomePageTemplate': ['main'],
  'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents'],
};

/** Properties whose value is the name of a facet. */
export const FACET_PROPERTIES: ReadonlySet<string> = new Set(['body', 'columns', 'tabs', 'sections']);

/** What App Builder sets for any component in a utility bar. */
export const UTILITY_DECORATORS: readonly string[] = ['eager', 'height', 'icon', 'label', 'scrollable', 'width'];

export const TARGET_BY_PAGE: Readonly<Record<string, string>> = {
  RecordPage: 'lightning__RecordPage',
  HomePage: 'lightning__HomePage',
  AppPage: 'lightning__AppPage',
  UtilityBar: 'lightning__UtilityBar',
};
