import { VersioningType, type INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ACCESS_OPTIONS, type AccessOptions } from './access/access-options';
import { noticeProxy } from './access/http/notice-proxy';
import { securityHeaders, withCspNonce } from './access/http/security-headers';
import { API_VERSION, serveOpenApi } from './openapi';
import { MetricsService } from './modules/metrics/metrics.service';
import { answerAfterBody } from './platform/http/answer-after-body';
import { withContactEmail } from './platform/http/contact-email';
import { inTurn } from './platform/http/in-turn';
import { refuseForms } from './platform/http/refuse-forms';
import { onOutcome, type TellOutcome } from './platform/http/request-outcome';
import { requestId } from './platform/http/request-id';
import { routedPath } from './platform/http/routed-path';
import { serveAdmin } from './platform/http/serve-admin';
import { serveSecurityTxt } from './platform/http/security-txt';

/** The longest text of a report, whose characters take three bytes at most, and what stands beside it. */
const LARGEST_BODY = '200kb';
/** Longer than proxies keep a connection that nothing comes over, so that none is closed as a request is put on it. */
const KEEP_ALIVE_MS = 65_000;

/** How the application is made: the framework would read forms too, which are refused before. */
export const JSON_ALONE = { bodyParser: false } as const;

interface Surroundings {
  /** Whom the accessibility statement and security.txt say to write to, if anybody. */
  contactEmail?: string | undefined;
  log?: TellOutcome;
}

/** What a request meets before any module: the same for the server and for the tests. */
export function configureApp(app: INestApplication, { contactEmail, log }: Surroundings = {}): void {
  const express = app as NestExpressApplication;
  const access = app.get<AccessOptions>(ACCESS_OPTIONS);
  express.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  express.disable('x-powered-by');
  express.set('trust proxy', access.trustProxy);
  express.useBodyParser('json', { limit: LARGEST_BODY });
  express.set('query parser', 'simple'); // no nested objects from a query string
  const metrics = app.get(MetricsService);
  app.use(
    inTurn(
      onOutcome((outcome, request) => {
        metrics.count(outcome);
        log?.(outcome, request);
      }),
      answerAfterBody,
      requestId,
      noticeProxy(access),
      securityHeaders(access),
      apiVersion,
      refuseTrailingSlash,
      refuseForms,
      serveSecurityTxt(access.publicUrl, contactEmail),
      ...serveAdmin((html, response) => withContactEmail(withCspNonce(html, response), contactEmail)),
    ),
  );
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics', 'embed/*path'] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  serveOpenApi(app);
}

function apiVersion(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('API-Version', API_VERSION);
  next();
}

/** One address for one thing: `/figures/` is not `/figures` (Dutch API design rules, no-trailing-slash). */
function refuseTrailingSlash(request: Request, _response: Response, next: NextFunction): void {
  const path = routedPath(request);
  if (path.startsWith('/api/') && path.endsWith('/')) request.url = '/api/v1/no-such-address';
  next();
}
