import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { variablesSchema } from '@api/platform/config/variables';
import { MetricsService } from '@api/modules/metrics/metrics.service';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { startTestRegister, type TestRegister } from '../support/register';

const read = (...path: string[]): string => readFileSync(join(projectRoot(), ...path), 'utf8');
const manifests = (file: string): unknown[] =>
  parseAllDocuments(read('ops', 'kubernetes', file)).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });

let register: TestRegister;
beforeAll(async () => {
  register = await startTestRegister();
});
afterAll(() => register.close());

/** What Prometheus itself knows of every target. */
const PROMETHEUS_OWN = ['up'];
/** Names that are followed by what is asked of them; functions and labels are not. */
const named = (expression: string): string[] =>
  [...expression.matchAll(/\b([a-z_]+)\{/g)].map(([, name = '']) => name);

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string() }),
        }),
      ),
    }),
  ),
});
const dashboardSchema = z.object({
  panels: z.array(
    z.object({ id: z.number(), title: z.string(), targets: z.array(z.object({ expr: z.string() })) }),
  ),
});

describe('what watches over the program', () => {
  const rules = () =>
    rulesSchema.parse(parse(read('ops', 'prometheus', 'alerts.yml'))).groups.flatMap((one) => one.rules);

  it('asks for metrics that there are', async () => {
    register.app.get(MetricsService).tellNewestBackup(new Date());
    register.app.get(MetricsService).tellReads({ replica: 1 });
    await request(register.url).get('/health/live').expect(200);
    const { text } = await request(register.url).get('/metrics').expect(200);
    const { panels } = dashboardSchema.parse(JSON.parse(read('ops', 'grafana', 'fieldlab.json')));
    const asked = [
      ...rules().map(({ expr }) => expr),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ].flatMap(named);
    const there = text.split('\n').map((line) => line.split(/[{ ]/, 1)[0]);
    expect(asked).toContain('http_request_duration_seconds_bucket');
    for (const name of new Set(asked))
      if (!PROMETHEUS_OWN.includes(name)) expect(there, name).toContain(name);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('tells nothing for which no page says what to do', () => {
    const guide = read('docs', 'operations.md');
    for (const { alert } of rules()) expect(guide).toContain(`\`${alert}\``);
  });
});

const object = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string().optional() }),
});
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const deploymentSchema = z.object({
  spec: z.object({
    replicas: z.number().min(2),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.object({
        securityContext: z.object({ runAsNonRoot: z.literal(true) }),
        containers: z.array(
          z.object({
            env: z.array(z.object({ name: z.string() })),
            envFrom: z.array(z.record(z.string(), z.object({ name: z.string() }))),
            livenessProbe: probe,
            readinessProbe: probe,
            resources: z.object({ limits: z.object({ memory: z.string() }) }),
            securityContext: z.object({ readOnlyRootFilesystem: z.literal(true) }),
            volumeMounts: z.array(z.object({ name: z.string() })),
          }),
        ),
        volumes: z.array(
          z.object({ name: z.string(), secret: z.object({ secretName: z.string() }).optional() }),
        ),
      }),
    }),
  }),
});
const settings = z.object({ data: z.record(z.string(), z.string()) });
const secret = z.object({ stringData: z.record(z.string(), z.string()) });

describe('the manifests for Kubernetes', () => {
  const program = () => manifests('program.yaml').map((one) => object.loose().parse(one));
  const secrets = () => manifests('secrets.example.yaml').map((one) => object.loose().parse(one));
  const deployment = () => deploymentSchema.parse(program().find(({ kind }) => kind === 'Deployment'));

  it('are each in the namespace, once', () => {
    const all = [...program(), ...secrets(), ...manifests('database.yaml').map((one) => object.parse(one))];
    const names = all.map(({ kind, metadata: { name } }) => `${kind} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { kind, metadata } of all)
      expect(metadata.namespace, kind).toBe(kind === 'Namespace' ? undefined : 'fieldlab');
  });

  it('set what the program reads, and keep what is secret in secrets', () => {
    const [container] = deployment().spec.template.spec.containers;
    const inMap = settings.parse(program().find(({ kind }) => kind === 'ConfigMap')).data;
    const inSecret = secret.parse(secrets().find(({ metadata: { name } }) => name === 'fieldlab')).stringData;
    const ours = [
      ...Object.keys(inMap),
      ...Object.keys(inSecret),
      ...(container?.env.map(({ name }) => name) ?? []),
    ];
    for (const name of ours.filter((one) => one !== 'DATABASE_PASSWORD'))
      expect(variablesSchema.shape).toHaveProperty(name);
    for (const name of Object.keys(inMap)) expect(name).not.toMatch(/SECRET|PASSWORD|KEY|PASSPHRASE$/);
  });

  it('ask addresses that answer, and mount what there is', async () => {
    const { spec } = deployment();
    expect(spec.selector.matchLabels).toEqual(spec.template.metadata.labels);
    const [container] = spec.template.spec.containers;
    for (const one of [container?.livenessProbe, container?.readinessProbe])
      await request(register.url)
        .get(one?.httpGet.path ?? '')
        .expect(200);
    const volumes = spec.template.spec.volumes.map(({ name }) => name);
    expect(container?.volumeMounts.map(({ name }) => name)).toEqual(volumes);
    const wanted = spec.template.spec.volumes.flatMap(({ secret: one }) => (one ? [one.secretName] : []));
    expect(secrets().map(({ metadata: { name } }) => name)).toEqual(expect.arrayContaining(wanted));
  });
});

const instances = z.object({
  spec: z.object({
    instances: z.number().min(3),
    postgresql: z.object({
      synchronous: z.object({ method: z.enum(['any', 'first']), number: z.literal(1) }),
    }),
  }),
});
const patroni = z.object({
  bootstrap: z.object({
    dcs: z.object({
      ttl: z.number(),
      loop_wait: z.number(),
      retry_timeout: z.number(),
      synchronous_mode: z.literal(true),
    }),
  }),
});

describe('a database that fails over', () => {
  it('acknowledges nothing that one server has alone', () => {
    const clusters = manifests('database.yaml').map((one) => object.loose().parse(one));
    instances.parse(clusters.find(({ kind }) => kind === 'Cluster'));
    const { dcs } = patroni.parse(parse(read('ops', 'cluster', 'patroni.yml'))).bootstrap;
    // Or Patroni puts others in their place.
    expect(dcs.loop_wait + 2 * dcs.retry_timeout).toBeLessThanOrEqual(dcs.ttl);
  });
});

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      mem_limit: z.string(),
      pids_limit: z.number(),
      environment: z.record(z.string(), z.string()),
      healthcheck: z.object({ test: z.array(z.string()) }).optional(),
    }),
  ),
});

describe('docker-compose.yml', () => {
  it('bounds each service, and passes the program only what it reads', () => {
    const { services } = composeSchema.parse(parse(read('docker-compose.yml'), { merge: true }));
    expect(Object.keys(services)).toEqual(['app', 'db', 'proxy']);
    for (const name of Object.keys(services.app?.environment ?? {}))
      expect(variablesSchema.shape).toHaveProperty(name);
    // The image of the program has its own.
    expect(services.db?.healthcheck).toBeDefined();
    expect(services.proxy?.healthcheck).toBeDefined();
    expect(read('Dockerfile')).toContain('HEALTHCHECK');
  });
});
