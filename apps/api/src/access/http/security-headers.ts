import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { routedPath } from '../../platform/http/routed-path';
import { isHttps, type AccessOptions } from '../access-options';

const ONE_YEAR_S = 31_536_000;
const NONCE_BYTES = 16;
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=()';
const NONCE_PLACEHOLDER = '%CSP_NONCE%';
const nonces = new WeakMap<Response, string>();

/**
 * The nonce under which this answer may hold inline styles. Emotion takes it from the page: its CacheProvider reads
 * `<meta property="csp-nonce">`.
 */
function cspNonce(response: Response): string {
  const nonce = nonces.get(response) ?? randomBytes(NONCE_BYTES).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

/** The admin's page with this answer's nonce wherever the build left `%CSP_NONCE%`. */
export const withCspNonce = (html: string, response: Response): string =>
  html.replaceAll(NONCE_PLACEHOLDER, cspNonce(response));

/**
 * Lets this answer be framed and shown by anybody's page. It may hold one stylesheet, and nothing else that acts or loads.
 * @param style the stylesheet as it stands in the answer, letter by letter.
 */
export function allowFraming(response: Response, style: string): void {
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${digest}'`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ];
  response.setHeader('Content-Security-Policy', policy.join(';'));
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.removeHeader('X-Frame-Options');
}

/** What every answer tells the browser not to do with it. The headers are put together once, and not for each answer. */
export function securityHeaders(options: Pick<AccessOptions, 'publicUrl'>) {
  const https = isHttps(options);
  const data = protection(https, { defaultSrc: ["'none'"], frameAncestors: ["'none'"] });
  const page = protection(https, pagePolicy(https, `'nonce-${NONCE_PLACEHOLDER}'`));
  // The browsable documentation is a finished page with inline styles, and none of our data.
  const documentation = protection(https, pagePolicy(https, "'unsafe-inline'"));
  return (request: Request, response: Response, next: NextFunction): void => {
    const path = routedPath(request);
    if (path.startsWith('/api/')) {
      // What is answered to one person is kept by nobody; what is public says so itself.
      response.setHeader('Cache-Control', 'no-store');
      sayAll(response, path.startsWith('/api/docs') ? documentation : data);
    } else if (NO_PAGES.some((start) => path.startsWith(start))) sayAll(response, data);
    else sayAll(response, page, cspNonce(response));
    next();
  };
}

/** Scripts, styles and fonts, on whose way to a slow line the policy of pages would weigh, and what programs ask. */
const NO_PAGES = ['/assets/', '/health/', '/metrics'];

type Headers = readonly (readonly [name: string, value: string])[];

function sayAll(response: Response, headers: Headers, nonce?: string): void {
  for (const [name, value] of headers)
    response.setHeader(name, nonce === undefined ? value : value.replace(NONCE_PLACEHOLDER, nonce));
}

const pagePolicy = (https: boolean, styles: string): Record<string, string[]> => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", styles],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  ...(https ? { upgradeInsecureRequests: [] } : {}),
});

/** The headers that helmet sets, which are the same for every answer. */
function protection(https: boolean, directives: Record<string, string[]>): Headers {
  const headers: [string, string][] = [['Permissions-Policy', PERMISSIONS]];
  const recorder = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  } as unknown as ServerResponse;
  const protect = helmet({
    strictTransportSecurity: https ? { maxAge: ONE_YEAR_S } : false,
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: { useDefaults: false, directives },
  });
  protect({} as IncomingMessage, recorder, (error) => {
    // Without them nothing is answered at all.
    if (error !== undefined) throw new Error('The headers that protect answers could not be put together.');
  });
  return headers;
}
