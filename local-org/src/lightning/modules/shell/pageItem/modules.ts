/** Which module draws which of the platform's components. What is not here is shown as not supported, with its name. */

export const PLATFORM_MODULES: Readonly<Record<string, string>> = {
  'flexipage:accordion': 'shell/pageAccordion',
  'flexipage:fieldSection': 'shell/fieldSection',
  'flexipage:filterListCard': 'shell/listViewCard',
  'flexipage:recentItems': 'shell/recentItems',
  'flexipage:richText': 'shell/richText',
  'flexipage:tabset': 'shell/pageTabset',
  'flexipage:tabset2': 'shell/pageTabset',
  'force:detailPanel': 'shell/detailPanel',
  'force:highlightsPanel': 'shell/highlightsPanel',
  'force:relatedListContainer': 'shell/relatedLists',
  'force:relatedListSingleContainer': 'shell/relatedListItem',
  'lst:dynamicRelatedList': 'shell/relatedListItem',
  'record_flexipage:dynamicHighlights': 'shell/highlightsPanel',
  'runtime_sales_activities:activityPanel': 'shell/activityPanel',
  'runtime_sales_pathassistant:pathAssistant': 'shell/pathAssistant',
};

/** Namespaces of components that only the platform has. */
const PLATFORM_NAMESPACES =
  /^(analytics|dashboards|flexipage|force|force[A-Z]\w*|home|lst|lightning|notes|record_flexipage|runtime_\w+|sfa|support|wave\w*)$/;

/** `shell/…`, the component's own name, or null for what the local org does not draw. */
export function moduleOf(name: string): string | null {
  const [namespace = ''] = name.split(':');
  return PLATFORM_MODULES[name] ?? (PLATFORM_NAMESPACES.test(namespace) ? null : name);
}
