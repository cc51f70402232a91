import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import request from 'supertest';

/** A person as the provider knows them. */
export interface ProviderUser {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
  /** How they signed in there, such as `['pwd', 'otp']`. */
  amr?: string[];
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who comes next, by whatever browser. */
  expect(user: ProviderUser): void;
  /** Goes through the provider's pages as that person; answers the path and query to come back to us with. */
  signIn(address: string, user: ProviderUser): Promise<string>;
  close(): Promise<void>;
}

const CLIENT = { client_id: 'register', client_secret: 'a secret between provider and register' };
const MOST_STEPS = 10;

/**
 * A real OpenID provider at which signing in takes no typing: the next person is whoever the test says.
 * One that signs with a foreign key publishes, under the same name, another key than the one it signs with.
 */
export async function startIdentityProvider(
  callback: string,
  { signsWithForeignKey = false } = {},
): Promise<IdentityProvider> {
  const users = new Map<string, ProviderUser>();
  let next: ProviderUser | undefined;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = new Provider(issuer, {
    ...configurationFor(callback, users, () => provider),
    jwks: { keys: [newKey().signing] },
  });
  const pages = provider.callback();

  const finish = (incoming: IncomingMessage, response: ServerResponse): Promise<void> =>
    provider.interactionFinished(incoming, response, {
      login: { accountId: next?.sub, amr: next?.amr, remember: false },
    });
  server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
    if (incoming.url?.startsWith('/interaction/')) void finish(incoming, response);
    else if (signsWithForeignKey && incoming.url === '/jwks') publishOtherKey(response);
    else pages(incoming, response);
  });

  const expect = (user: ProviderUser): void => {
    users.set(user.sub, user);
    next = user;
  };
  return {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    expect,
    signIn: async (address, user) => {
      expect(user);
      return throughPages(issuer, address, callback);
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

const KEY_NAME = 'the key';
function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const named = { kid: KEY_NAME, alg: 'RS256', use: 'sig' };
  return {
    signing: { ...privateKey.export({ format: 'jwk' }), ...named },
    published: { ...publicKey.export({ format: 'jwk' }), ...named },
  };
}

function publishOtherKey(response: ServerResponse): void {
  const { published } = newKey();
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [published] }));
}

/** Follows the provider's redirects with a browser of its own, until they lead back to us. */
async function throughPages(issuer: string, address: string, callback: string): Promise<string> {
  const browser = request.agent(issuer);
  let location = address;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const answer = await browser.get(location.replace(issuer, '')).redirects(0);
    location = answer.headers.location ?? '';
    if (location.startsWith(callback)) return location.slice(new URL(callback).origin.length);
    if (location === '') throw new Error(`The provider answered ${answer.status}: ${answer.text}`);
  }
  throw new Error('The provider led nowhere.');
}

function configurationFor(
  callback: string,
  users: Map<string, ProviderUser>,
  provider: () => Provider,
): object {
  return {
    clients: [{ ...CLIENT, redirect_uris: [callback] }],
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub', 'amr', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => users.get(id) }),
    // Everybody consents.
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const { client, session } = context.oidc;
      const grant = new (provider().Grant)({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}
