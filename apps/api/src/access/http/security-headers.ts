import { createHash, randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { routedPath } from '../../platform/http/routed-path';
import { isHttps, type AccessOptions } from '../access-options';

const ONE_YEAR_S = 31_536_000;
const NONCE_BYTES = 16;
const NONCE_PLACEHOLDER = '%CSP_NONCE%';
const nonces = new WeakMap<Response, string>();

/**
 * The nonce under which this answer may hold inline styles. Emotion takes it from the page: its CacheProvider reads
 * `<meta property="csp-nonce">`.
 */
export function cspNonce(response: Response): string {
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

/** What every answer tells the browser not to do with it. */
export function securityHeaders(options: Pick<AccessOptions, 'publicUrl'>) {
  const https = isHttps(options);
  const data = protect(https, { defaultSrc: ["'none'"], frameAncestors: ["'none'"] });
  const page = protect(https, pagePolicy(https, nonceSource));
  // The browsable documentation is a finished page with inline styles, and none of our data.
  const documentation = protect(https, pagePolicy(https, "'unsafe-inline'"));
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    const path = routedPath(request);
    if (!path.startsWith('/api/')) {
      page(request, response, next);
      return;
    }
    // What is answered to one person is kept by nobody; what is public says so itself.
    response.setHeader('Cache-Control', 'no-store');
    (path.startsWith('/api/docs') ? documentation : data)(request, response, next);
  };
}

type Source = string | ((request: unknown, response: unknown) => string);

const nonceSource: Source = (_request, response) => `'nonce-${cspNonce(response as Response)}'`;

const pagePolicy = (https: boolean, styles: Source): Record<string, Source[]> => ({
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

const protect = (https: boolean, directives: Record<string, Source[]>) =>
  helmet({
    strictTransportSecurity: https ? { maxAge: ONE_YEAR_S } : false,
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: { useDefaults: false, directives },
  });
