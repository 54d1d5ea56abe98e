/** The folder of the bundled local org, made anew when its source is another one. */
export function bundleLocalOrg(): Promise<string>;
