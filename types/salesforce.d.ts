declare module '@salesforce/apex' {
  /** Reads again what a wired Apex method delivered; takes the whole object the wire delivered, not its data. */
  export function refreshApex(wired: unknown): Promise<void>;
}
