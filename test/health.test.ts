// The shortest way to the health of the server says no less than the long way.
import { expect, it } from 'vitest';
import { describeWorld } from './world-app.ts';

describeWorld('health', ({ request }) => {
  it('answers with every header that other answers have', async () => {
    const health = await request('/api/v1/gezondheid');
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', laden: false }]);
    const status = await request('/api/v1/status');
    const shared = [...status.headers.keys()].filter((name) => !['content-length', 'etag'].includes(name));
    expect(shared).toContain('content-security-policy');
    for (const name of shared)
      expect([name, health.headers.get(name)]).toEqual([name, status.headers.get(name)]);
  });

  it('refuses a query and another method as other routes do', async () => {
    const query = await request('/api/v1/gezondheid?diep=1');
    expect([query.status, query.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect((await request('/api/v1/gezondheid', { method: 'POST' })).status).toBe(405);
    const head = await request('/api/v1/gezondheid', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('asks for TLS only where TLS is spoken', async () => {
    const plain = await request('/api/v1/gezondheid');
    expect(plain.headers.has('strict-transport-security')).toBe(false);
    const secure = await request('https://atlas.example/api/v1/gezondheid');
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});
