import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Database } from '@api/platform/database/database';
import { startTracing } from '@api/platform/tracing/start-tracing';
import type { Tracing } from '@api/platform/tracing/tracing';
import express from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  status: { code: number };
}
interface Export {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}

const CALLER = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };

let collector: Server;
let register: TestDatabase;
let database: Database;
let tracing: Tracing;
const bodies: string[] = [];
beforeAll(async () => {
  collector = createServer((asked, answer) => {
    void text(asked).then((body) => {
      bodies.push(body);
      answer.setHeader('Content-Type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  register = await createTestDatabase();
  database = new Database(register.appUrl);
  tracing = await startTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
  tracing.watch(database.pool);
});
afterAll(async () => {
  await database.close();
  await register.drop();
  collector.close();
});

describe('what a collector is told', () => {
  it('is each request by its route and its statements by their kind, and nothing that a person typed', async () => {
    const app = express();
    app.use(tracing.request);
    app.get('/companies/:id', async ({ params: { id } }, response) => {
      await database.pool.query('select $1::text', [id]);
      await database.prisma.company.count({ where: { name: id } });
      const refused = await database
        .snapshot((client) => client.query(`select '${id}'::int`))
        .catch(() => 'no');
      response.status(500).json({ refused });
    });
    await database.pool.query('select 1'); // of no request
    const { trace, span } = CALLER;
    await request(app).get('/companies/geheim').set('traceparent', `00-${trace}-${span}-01`).expect(500);
    await tracing.stop();
    const spans = bodies.flatMap((body) =>
      (JSON.parse(body) as Export).resourceSpans.flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap((one) => one.spans),
      ),
    );
    const whole = spans.find(({ name }) => name === 'GET /companies/:id');
    expect(whole).toMatchObject({ traceId: trace, parentSpanId: span, status: { code: 2 } });
    const parts = spans.filter(({ parentSpanId }) => parentSpanId === whole?.spanId);
    expect(parts.map(({ name }) => name)).toEqual(expect.arrayContaining(['SELECT', 'BEGIN', 'ROLLBACK']));
    expect(parts).toHaveLength(spans.length - 1);
    expect(parts.some(({ status: { code } }) => code === 2)).toBe(true);
    expect(bodies.join()).toContain('"fieldlab"');
    expect(bodies.join()).not.toContain('geheim');
  });
});
