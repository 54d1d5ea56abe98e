declare module '@salesforce/apex' {
  /** Reads again what a wired Apex method delivered; takes the whole object the wire delivered, not its data. */
  export function refreshApex(wired: unknown): Promise<void>;
}

declare module '@salesforce/i18n/lang' {
  /** The user's language: `en-US`. */
  const lang: string;
  export default lang;
}

declare module '@salesforce/i18n/locale' {
  /** How the user writes numbers and dates: `de-DE`. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  /** `Europe/Berlin`. */
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/i18n/firstDayOfWeek' {
  /** 1 is Sunday, 2 is Monday. */
  const firstDayOfWeek: number;
  export default firstDayOfWeek;
}

declare module '@salesforce/user/Id' {
  /** The running user. */
  const id: string;
  export default id;
}
