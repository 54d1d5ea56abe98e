/** `/services/data`: the versions clients may ask for. */
import { ok, type Route } from '../api.ts';

/** The first version REST clients still may use, and the newest. Source: REST API Developer Guide, "End-of-Life". */
export const FIRST_VERSION = 31;
export const LAST_VERSION = 67;

/** Release of a version: three a year, from Spring '15 (33). */
function releaseOf(version: number): string {
  const seasons = ['Spring', 'Summer', 'Winter'] as const;
  const offset = version - 33 + 300;
  const season = seasons[offset % 3] ?? 'Spring';
  const year = 15 + Math.floor((version - 33) / 3) + (season === 'Winter' ? 1 : 0);
  return `${season} '${year}`;
}

export const VERSION_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/services/data',
    access: 'public',
    handle: () =>
      ok(
        Array.from({ length: LAST_VERSION - FIRST_VERSION + 1 }, (_, index) => FIRST_VERSION + index).map(
          (version) => ({
            label: releaseOf(version),
            url: `/services/data/v${version}.0`,
            version: `${version}.0`,
          }),
        ),
      ),
  },
];
