/** Ids inside formulas have 15 characters (help article 000386186); CASESAFEID gives the 18 of the API. */
import { toLongId } from '../../data/ids.ts';

const SHORT = /^[0-9A-Za-z]{15}$/;

export const toShortId = (id: string): string => id.slice(0, 15);

/** Lengthens a 15-character id; any other text stays as it is. */
export const caseSafeId = (text: string): string => (SHORT.test(text) ? toLongId(text) : text);
