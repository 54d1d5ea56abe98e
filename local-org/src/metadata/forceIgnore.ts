/**
 * What `.forceignore` keeps out of a deployment is not in the org either. The nearest such file at or above the folder
 * counts, and its patterns are those of gitignore, as in the source library of the Salesforce command line
 * (@salesforce/source-deploy-retrieve, resolve/forceIgnore).
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const FILE = '.forceignore';

/** Whether a path at or below `directory` is ignored. */
export function forceIgnore(directory: string): (path: string) => boolean {
  const root = folderOfIgnoreFile(resolve(directory));
  if (root === null) {
    return () => false;
  }
  const patterns = parsePatterns(readFileSync(join(root, FILE), 'utf8'));
  return (path) => {
    const parts = relative(root, resolve(path)).split(sep);
    // What lies in an ignored folder is ignored, whatever is said about it.
    return parts.some((_, index) => isIgnored(parts.slice(0, index + 1).join('/'), index < parts.length - 1, patterns));
  };
}

function folderOfIgnoreFile(directory: string): string | null {
  if (existsSync(join(directory, FILE))) {
    return directory;
  }
  const above = dirname(directory);
  return above === directory ? null : folderOfIgnoreFile(above);
}

interface Pattern {
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  readonly expression: RegExp;
}

/** The last pattern that matches decides. */
function isIgnored(path: string, isFolder: boolean, patterns: readonly Pattern[]): boolean {
  const last = patterns.findLast((one) => (isFolder || !one.isForFolders) && one.expression.test(path));
  return last !== undefined && !last.isNegated;
}

function parsePatterns(text: string): readonly Pattern[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/(?<!\\)\s+$/, ''))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parsePattern);
}

function parsePattern(line: string): Pattern {
  const isNegated = line.startsWith('!');
  const body = line.slice(isNegated ? 1 : 0).replace(/^\\(?=[!#])/, '');
  const isForFolders = body.endsWith('/');
  const glob = body.replace(/\/$/, '');
  // A slash at the start or within ties the pattern to the file's folder; without one it matches at any depth.
  const isTied = glob.includes('/');
  const source = globSource(glob.replace(/^\//, ''));
  return { isNegated, isForFolders, expression: new RegExp(`^${isTied ? '' : '(?:.*/)?'}${source}$`, 'i') };
}

function globSource(glob: string): string {
  return glob
    .split(/(\/\*\*\/|^\*\*\/|\/\*\*$|\*+|\?|\[[^\]]*\])/)
    .map((part) => {
      switch (part) {
        case '/**/':
          return '/(?:.*/)?';
        case '**/':
          return '(?:.*/)?';
        case '/**':
          return '/.*';
        case '?':
          return '[^/]';
        default:
          return part.startsWith('*') ? '[^/]*' : part.startsWith('[') ? bracket(part) : escapeExpression(part);
      }
    })
    .join('');
}

const bracket = (part: string): string => part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
const escapeExpression = (part: string): string => part.replace(/[.+^${}()|\\]/g, '\\$&');
