/** The pages the platform has where nobody made one. */
import type { ObjectInfo } from '../../data/schema.ts';
import type { FlexiPage, PageComponent } from './flexiPage.ts';

const component = (
  name: string,
  identifier: string,
  properties: Readonly<Record<string, string>> = {},
): PageComponent => ({ kind: 'component', name, identifier, properties, visibility: null });

export function platformRecordPage(object: ObjectInfo): FlexiPage {
  return {
    name: `${object.name}_Default`,
    label: object.label,
    type: 'RecordPage',
    objectName: object.name,
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
      { name: 'header', type: 'Region', items: [component('force:highlightsPanel', 'highlights')] },
      { name: 'main', type: 'Region', items: [component('flexipage:tabset', 'tabs', { tabs: 'maintabs' })] },
      {
        name: 'maintabs',
        type: 'Facet',
        items: [
          component('flexipage:tab', 'detailTab', { active: 'true', title: 'Standard.Tab.detail', body: 'details' }),
          component('flexipage:tab', 'relatedTab', { title: 'Standard.Tab.relatedLists', body: 'related' }),
        ],
      },
      { name: 'details', type: 'Facet', items: [component('force:detailPanel', 'details')] },
      { name: 'related', type: 'Facet', items: [component('force:relatedListContainer', 'related')] },
    ],
  };
}

export function platformHomePage(): FlexiPage {
  return {
    name: 'Home_Default',
    label: 'Home',
    type: 'HomePage',
    objectName: null,
    template: 'home:desktopTemplate',
    regions: [{ name: 'top', type: 'Region', items: [component('flexipage:recentItems', 'recent')] }],
  };
}
