/**
 * Pages of other origins. A browser adds our cookie to requests they make, those on other ports of this computer
 * included, and lets a name that somebody points to 127.0.0.1 reach us as an origin of its own. Neither may act for the
 * person who is signed in.
 */
import { hostname } from 'node:os';
import { isIP } from 'node:net';
import type { ApiRequest } from './api.ts';

const SAFE = new Set(['GET', 'HEAD']);

/** A page of another origin caused this request; following a link to us does not count. */
export function isForeign({ headers, method, origin }: Pick<ApiRequest, 'headers' | 'method' | 'origin'>): boolean {
  const site = headers['sec-fetch-site'];
  const isLink = SAFE.has(method) && headers['sec-fetch-mode'] === 'navigate';
  if ((site === 'cross-site' || site === 'same-site') && !isLink) {
    return true;
  }
  const from = headers['origin'];
  return from !== undefined && from !== origin;
}

/**
 * The names this server answers to: addresses as such, which nobody can point elsewhere, `localhost`, the address it
 * was told to listen on, and, where that lets other computers in, this computer's own name.
 */
export function isOwnHost(header: string | undefined, listeningOn: string): boolean {
  let name: string;
  try {
    name = new URL(`http://${header ?? ''}`).hostname.toLowerCase();
  } catch {
    return false;
  }
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || name === 'localhost' || name.endsWith('.localhost')) {
    return true;
  }
  const own = hostname().toLowerCase();
  const isOpen = !/^(127\.|localhost$|\[?::1\]?$)/.test(listeningOn);
  return name === listeningOn.toLowerCase() || (isOpen && [own, `${own}.local`].includes(name));
}
