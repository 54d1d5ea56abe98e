/** Opens an address in the browser of whoever sits at this computer, where there is one. */
import { spawn } from 'node:child_process';

export function openBrowser(url: string): void {
  const command = opener(process.platform, process.env);
  if (command === null) {
    return;
  }
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  // The address has been printed: whoever has no browser opens it elsewhere.
  child.on('error', () => undefined);
  child.unref();
}

/** The command that opens an address; null on a machine without a screen. */
export function opener(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly [string, ...string[]] | null {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      return ['cmd', '/c', 'start', ''];
    default:
      return (environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY']) ? ['xdg-open'] : null;
  }
}
