import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegister, type TestRegister } from '../support/register';

let register: TestRegister;
beforeAll(async () => {
  register = await startTestRegister();
});
afterAll(() => register.close());

const metrics = () => request(register.url).get('/metrics');

describe('the metrics', () => {
  it('count requests by route, and name nobody', async () => {
    const admin = await register.as('ADMIN');
    const path = '/companies/0192f0c1-2b3c-7def-8a1b-0123456789ab';
    await admin.get(path).expect(404);
    await admin.get('/companies?q=geheim').expect(200);
    const { text } = await metrics().expect(200);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="[^"]*companies[^"]*",status="404"\} 1/,
    );
    expect(text).toContain('database_connections{state="open"}');
    for (const secret of ['geheim', '0192f0c1', admin.email]) expect(text).not.toContain(secret);
  });

  it('are for this machine, or for administrators', async () => {
    const through = () => metrics().set('X-Forwarded-For', '203.0.113.7');
    await through().expect(401);
    const bearer = async (role: 'ADMIN' | 'EVALUATOR') => `Bearer ${(await register.as(role)).token}`;
    await through()
      .set('Authorization', await bearer('EVALUATOR'))
      .expect(403);
    await through()
      .set('Authorization', await bearer('ADMIN'))
      .expect(200);
  });
});
