/** The firm of the demo data: a consultancy in Boston with people in Berlin and Sydney. All names are invented. */
export interface Firm {
  readonly name: string;
  readonly domain: string;
  readonly timeZone: string;
  readonly currency: string;
}

export const FIRM: Firm = {
  name: 'Larkfield Consulting',
  domain: 'larkfield.example',
  timeZone: 'America/New_York',
  currency: 'USD',
};
