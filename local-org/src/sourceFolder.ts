/** Where the local org's own source lies, for what is read from it at run time: the same folder bundled or not. */
import { basename, join } from 'node:path';

const here = import.meta.dirname;

export const SOURCE_FOLDER = basename(here) === 'src' ? here : join(here, '..', '..', '..', 'local-org', 'src');
