/**
 * Where a template puts its regions: columns of twelfths, each with regions of twelfths of the column. A template that
 * is not known by name is laid out by the names of its regions, which say where they belong.
 * Source: region names of templates as Lightning App Builder writes them into FlexiPage metadata.
 */

interface NamedRegion {
  readonly name: string;
  readonly type: 'Region' | 'Facet';
}
export interface GridRegion {
  readonly name: string;
  readonly size: number;
}
export interface GridColumn {
  readonly size: number;
  readonly regions: readonly GridRegion[];
}

const FULL = 12;
const WIDE = 8;
const NARROW = 4;
const HALF = 6;

const column = (size: number, ...regions: readonly (readonly [string, number])[]): GridColumn => ({
  size,
  regions: regions.map(([name, width]) => ({ name, size: width })),
});
const full = (name: string): GridColumn => column(FULL, [name, FULL]);

/** Templates whose regions are only numbered. */
const NUMBERED: Readonly<Record<string, readonly GridColumn[]>> = {
  appHomeTemplateTwoColumns: [column(WIDE, ['region1', FULL]), column(NARROW, ['region2', FULL])],
  appHomeTemplateThreeColumns: ['region1', 'region2', 'region3'].map((name) => column(NARROW, [name, FULL])),
  appHomeTemplateHeaderTwoColumns: [
    full('region1'),
    column(WIDE, ['region2', FULL]),
    column(NARROW, ['region3', FULL]),
  ],
  appHomeTemplateHeaderTwoColumnsLeftSidebar: [
    full('region1'),
    column(NARROW, ['region2', FULL]),
    column(WIDE, ['region3', FULL]),
  ],
};

export function gridOf(template: string, regions: readonly NamedRegion[]): readonly GridColumn[] {
  const names = regions.filter(({ type }) => type === 'Region').map(({ name }) => name);
  const known = NUMBERED[template.replace(/^\w+:/, '')];
  const grid = known ?? byName(names, template);
  const placed = new Set(grid.flatMap((one) => one.regions.map(({ name }) => name)));
  return [...onlyFilled(grid, names), ...names.filter((name) => !placed.has(name)).map(full)];
}

function byName(names: readonly string[], template: string): readonly GridColumn[] {
  const has = (name: string): boolean => names.includes(name);
  const heads = ['header', 'subheader'].filter(has).map(full);
  if (has('leftsidebar') || has('rightsidebar')) {
    const middle = has('leftsidebar') && has('rightsidebar') ? HALF : FULL - HALF / 2;
    return [
      ...heads,
      column(HALF / 2, ['leftsidebar', FULL]),
      column(middle, ['main', FULL]),
      column(HALF / 2, ['rightsidebar', FULL]),
    ];
  }
  if (has('leftcol') || has('rightcol')) {
    const middle = has('centercol') ? NARROW : HALF;
    return [...heads, ...['leftcol', 'centercol', 'rightcol'].map((name) => column(middle, [name, FULL]))];
  }
  const inner = column(
    WIDE,
    ['top', FULL],
    ['main', FULL],
    ['bottomLeft', HALF],
    ['bottomRight', HALF],
    ['bottom', FULL],
  );
  const side = column(NARROW, ['sidebar', FULL]);
  if (!has('sidebar')) {
    return [...heads, { ...inner, size: FULL }];
  }
  return [...heads, ...(/LeftSidebar/.test(template) ? [side, inner] : [inner, side])];
}

/** Columns that the page has regions for. */
function onlyFilled(grid: readonly GridColumn[], names: readonly string[]): readonly GridColumn[] {
  return grid
    .map((one) => ({ ...one, regions: one.regions.filter(({ name }) => names.includes(name)) }))
    .filter((one) => one.regions.length > 0);
}
