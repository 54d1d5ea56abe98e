/** Calls of the shell to the org, typed by what they return. */
import { call, type Method } from 'shell/http';

export const request = async <Body>(method: Method, path: string, body?: unknown): Promise<Body> =>
  (await call(method, path, body)) as Body;

export const getJson = <Body>(path: string): Promise<Body> => request<Body>('GET', path);

export { messageOf, statusOf } from 'shell/fault';
