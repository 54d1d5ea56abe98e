/** What went wrong at a start, in a sentence with the fix. */
import { DemoError } from '../demo/api.ts';
import { OrgInUseError } from './orgFolder.ts';

export function explain(error: unknown): string {
  if (error instanceof OrgInUseError || error instanceof DemoError) {
    return error.message;
  }
  const { code, port, address, message, stack } = error as NodeJS.ErrnoException & {
    readonly port?: number;
    readonly address?: string;
  };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Take another one: npm start -- --port ${(port ?? 0) + 1}`;
    case 'EPERM':
    case 'EROFS':
    case 'EACCES':
      return port === undefined
        ? `${message}. Give yourself the right to write there, or take another folder: npm start -- --data <folder>`
        : `Port ${port} is for the system's own programs. Take one above 1024: npm start -- --port 8080`;
    case 'EADDRNOTAVAIL':
      return `This computer has no address ${address}. Leave --host away, or name one it has.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${message}. A file is in the way of the folder. Take another one: npm start -- --data <folder>`;
    case 'ENOSPC':
      return 'The disk is full. Make room, then start again: what was written before is kept.';
    default:
      if (
        /is not the (id of an organization|name of a sandbox)|^There is no org in|is being written anew/.test(message)
      ) {
        return message;
      }
      return code === 'STORE_FOLDER' || /is damaged/.test(message)
        ? `${message}. To begin anew: npm start -- --reset`
        : `The local org could not be started. ${stack ?? message}`;
  }
}
