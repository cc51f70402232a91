import { randomUUID } from 'node:crypto';
import { IS_PUBLIC, REQUIRED_PERMISSION } from '@api/access/requires.decorator';
import { AppModule } from '@api/app.module';
import { commandOptions } from '@api/app-options';
import { configureApp } from '@api/configure-app';
import { IS_IDEMPOTENT } from '@api/resource/idempotency.interceptor';
import { isAllowed, PERMISSIONS, ROLES, type Permission } from '@fieldlab/domain';
import { Controller, Get, Module, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory, Reflector } from '@nestjs/core';
import request, { type Agent } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, agentOf } from '../support/actors';
import { startTestApp, type TestApp } from '../support/app';

/** Every route that answers to anybody at all, each for a reason. A new one is added here by somebody who means it. */
const OPEN_TO_ALL = [
  'DELETE /api/v1/session', // signing out when one is not signed in is done already
  'GET /api/v1/calendars/:token.ics', // the token is the proof
  'GET /api/v1/invitations/:token', // the token is the proof
  'GET /api/v1/participation-links/:token', // the token is the proof
  'GET /api/v1/public/catalogue.jsonld', // what is public is for everybody
  'GET /api/v1/public/feed.atom',
  'GET /api/v1/public/reports',
  'GET /api/v1/public/reports/:id/editions/:number',
  'GET /api/v1/public/reports/:id/editions/:number.csv',
  'GET /api/v1/public/reports/:id/editions/:number.json',
  'GET /api/v1/public/reports/:id/editions/:number.pdf',
  'GET /api/v1/session/oidc',
  'GET /api/v1/session/oidc/callback',
  'GET /api/v1/sign-in-methods',
  'GET /embed/reports/:id/editions/:number/:indicator', // what is public, on other people's pages
  'GET /embed/reports/:id/editions/:number/:indicator.svg',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics', // to programs on this machine; elsewhere with an administrator's token
  'POST /api/v1/invitations/:token',
  'POST /api/v1/participation-links/:token/confirm',
  'POST /api/v1/participation-links/:token/correct',
  'POST /api/v1/password-resets',
  'POST /api/v1/password-resets/:token',
  'POST /api/v1/public/check',
  'POST /api/v1/session',
  'POST /api/v1/session/second-factor',
];
/** Every POST of somebody signed in that takes no Idempotency-Key, each for a reason. */
const TAKES_NO_KEY = [
  'POST /api/v1/account/provider-link', // answers a secret
  'POST /api/v1/account/provider-link/removal', // asks for a password, and is idempotent by itself
  'POST /api/v1/account/second-factor', // answers a secret
  'POST /api/v1/account/second-factor/confirmation', // answers recovery codes
  'POST /api/v1/account/second-factor/recovery-codes',
  'POST /api/v1/account/second-factor/removal', // asks for a password
  'POST /api/v1/api-tokens', // answers the token, this once
  'POST /api/v1/calendar-feed', // answers a secret, this once
  'POST /api/v1/companies/matches', // writes nothing
  'POST /api/v1/figures/questions', // writes nothing
  'POST /api/v1/imports/layouts', // writes nothing
  'POST /api/v1/merges/effect', // writes nothing
  'POST /api/v1/notifications/read', // is idempotent by itself
  'POST /api/v1/persons/erase', // is erased once, and for good
  'POST /api/v1/persons/export', // answers what is there of a person, whose name stays out of addresses
  'POST /api/v1/persons/search', // writes nothing
  'POST /api/v1/session/proof', // answers nothing, and asks for a password
];
/** The contract itself, served by Swagger beside Nest. */
const DOCUMENTATION = /^GET \/api\/(docs|v1\/openapi)/;

interface Route {
  name: string;
  permission: Permission | undefined;
  isPublic: boolean;
  isIdempotent: boolean;
}

describe('every route', () => {
  let app: TestApp;
  let routes: Route[];
  beforeAll(async () => {
    app = await startTestApp();
    routes = await routesOf();
  });
  afterAll(() => app.close());

  it('says what it requires, or that it is public, and not both', () => {
    expect(routes.length).toBeGreaterThan(50);
    const unsaid = routes.filter(({ permission, isPublic }) => isPublic === (permission !== undefined));
    expect(unsaid).toEqual([]);
    expect(routes.filter(({ permission }) => permission && !PERMISSIONS.includes(permission))).toEqual([]);
  });

  it('is public only when it stands in the list above', () => {
    const open = routes.filter(({ isPublic }) => isPublic);
    expect(open.map(({ name }) => name).sort()).toEqual(OPEN_TO_ALL);
  });

  it('is one that this test knows of, and the other way round', () => {
    const served = servedBy(app).filter((name) => !DOCUMENTATION.test(name));
    expect(served.sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it('happens once for one Idempotency-Key, or stands in the list above', () => {
    const others = routes.filter(
      ({ name, isPublic, isIdempotent }) => name.startsWith('POST ') && !isPublic && !isIdempotent,
    );
    expect(others.map(({ name }) => name).sort()).toEqual(TAKES_NO_KEY);
  });

  it('answers 401 to who did not sign in', async () => {
    const answers = await Promise.all(
      routes
        .filter(({ isPublic }) => !isPublic)
        .map(async ({ name }) => [name, (await call(request.agent(app.server), name)).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 401)).toEqual([]);
  });

  it.each(ROLES)('answers 403 to %s exactly where the table of permissions says so', async (role) => {
    const agent = await agentOf(app, await addUser(app, { role }));
    const wrong: string[] = [];
    for (const { name, permission } of routes) {
      if (!permission || isAllowed(role, permission)) continue;
      const { status } = await call(agent, name);
      if (status !== 403) wrong.push(`${name} answered ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a route of which nobody said anything', () => {
  it('is refused to everybody', async () => {
    const owner = await startTestApp();
    const app = await NestFactory.create(ForgetfulModule.with(owner), { logger: false });
    configureApp(app);
    await app.init();
    const forgetful = { server: app.getHttpServer() as TestApp['server'] };
    const agent = await agentOf(forgetful, await addUser(owner, { role: 'ADMIN' }));
    await agent.get('/api/v1/session').expect(200);
    const { body } = await agent.get('/api/v1/forgotten').expect(403);
    expect(body).toMatchObject({ code: 'FORBIDDEN' });
    await request(forgetful.server).get('/api/v1/forgotten').expect(403);
    await app.close();
    await owner.close();
  });
});

@Controller('forgotten')
class ForgottenController {
  @Get()
  get(): string {
    return 'secret';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgetfulModule {
  static with({ database }: TestApp) {
    return { module: ForgetfulModule, imports: [AppModule.with(database, commandOptions())] };
  }
}

const call = (agent: Agent, name: string) => {
  const [method = '', path = ''] = name.split(' ');
  const address = path.replace(/:\w+/g, () => randomUUID());
  return agent[method.toLowerCase() as 'get'](address).redirects(0);
};

/** What the controllers declare, read as Nest reads it. */
async function routesOf(): Promise<Route[]> {
  const owner = await startTestApp();
  const context = await NestFactory.createApplicationContext(
    { module: WalkedModule, imports: [DiscoveryModule, AppModule.with(owner.database, commandOptions())] },
    { logger: false },
  );
  const [discovery, reflector, scanner] = [
    context.get(DiscoveryService),
    new Reflector(),
    new MetadataScanner(),
  ];
  const routes = discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, () => unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((key): Route[] => {
      const handler = prototype[key];
      if (!handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const said = (name: string): unknown => reflector.getAllAndOverride(name, [handler, metatype]);
      const permission = said(REQUIRED_PERMISSION) as Permission | undefined;
      const isPublic = said(IS_PUBLIC) === true;
      const isIdempotent = said(IS_IDEMPOTENT) === true;
      return [{ name: nameOf(metatype, handler), permission, isPublic, isIdempotent }];
    });
  });
  await context.close();
  await owner.close();
  return routes;
}

@Module({})
class WalkedModule {}

function nameOf(controller: object, handler: object): string {
  const path = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)]
    .map((part: unknown) => String(part).replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/');
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  return `${method} /${/^(health|embed)\//.test(path) || path === 'metrics' ? '' : 'api/v1/'}${path}`;
}

interface Layer {
  route?: { path: string | RegExp; methods: Record<string, boolean> };
}

/** What Express really answers to. */
function servedBy({ app }: TestApp): string[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  return router.stack.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    // Nest's middleware for single addresses listens to every method, and answers none.
    return route && methods.length === 1 ? [`${methods[0]?.toUpperCase() ?? ''} ${String(route.path)}`] : [];
  });
}
