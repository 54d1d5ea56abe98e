import { beforeAll, describe, expect, test } from 'vitest';
import { inProcess, type InProcess } from './support/inProcess.ts';

describe('the router', () => {
  let server: InProcess;
  beforeAll(async () => {
    server = await inProcess({ sources: [] });
  });

  test('names the first and the newest version with their releases', () => {
    const { status, body } = server.ask('GET', '/services/data', { userId: null });
    const versions = body as readonly { readonly label: string; readonly version: string }[];
    expect(status).toBe(200);
    expect(versions[0]).toMatchObject({ version: '31.0', label: "Summer '14" });
    expect(versions.at(-1)).toMatchObject({ version: '67.0', label: "Summer '26" });
  });

  test('collapses the double slash some clients send', () => {
    expect(server.ask('GET', 'http://127.0.0.1//services/data', { userId: null }).status).toBe(200);
  });

  test('answers an unknown address with NOT_FOUND and a wrong method with METHOD_NOT_ALLOWED', () => {
    expect(server.ask('GET', '/services/nothing')).toMatchObject({ status: 404, body: [{ errorCode: 'NOT_FOUND' }] });
    expect(server.ask('DELETE', '/services/data')).toMatchObject({
      status: 405,
      body: [{ errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'DELETE' not allowed. Allowed are GET" }],
    });
  });
});
