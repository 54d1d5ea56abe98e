/** Defects of the base components that people meet, mended where they are compiled. */
export interface Correction {
  /** The end of the file's path. */
  readonly file: string;
  /** Must be there: a version without it needs the correction no more, or another one. */
  readonly find: string;
  readonly replace: string;
}

const CORRECTIONS: readonly Correction[] = [
  {
    // Without a field of its own the role lands on the host as well: a second dialog around the first, without a name.
    file: '/interactiveDialogBase/interactiveDialogBase.js',
    find: 'okText = labelOK;',
    replace: 'role = null;\n    okText = labelOK;',
  },
  {
    // A window that closes would hide again the toasts that were shown from it, and with them what they say.
    file: '/utilsPrivate/inert.js',
    find: 'if (node) {',
    replace: "if (node && node.ariaHidden === 'true') {",
  },
];

/** The source as it is compiled. */
export function corrected(path: string, source: string): string {
  return CORRECTIONS.filter(({ file }) => path.endsWith(file)).reduce((text, { file, find, replace }) => {
    if (!text.includes(find)) {
      throw new Error(`The correction of ${file} finds nothing to correct. Look whether it is still needed.`);
    }
    return text.replace(find, replace);
  }, source);
}
