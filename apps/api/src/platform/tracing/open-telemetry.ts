import { context, propagation, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { NextFunction, Request, Response } from 'express';
import type { ClientBase } from 'pg';
import type { RegisterPool } from '../database/register-pool';
import { onOutcome } from '../http/request-outcome';
import { requestIdOf } from '../http/request-id';
import type { Tracing } from './tracing';

const NAME = 'fieldlab';
const FAULT = 500;
const LONGEST_KEYWORD = 12;

/** OpenTelemetry's own settings (OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER, …) hold here too. */
export class OpenTelemetry implements Tracing {
  private readonly provider: NodeTracerProvider;

  constructor(endpoint: string) {
    this.provider = new NodeTracerProvider({
      resource: defaultResource()
        .merge(resourceFromAttributes({ 'service.name': NAME }))
        .merge(detectResources({ detectors: [envDetector] })),
      spanProcessors: [
        new BatchSpanProcessor(
          new OTLPTraceExporter({ url: new URL('v1/traces', withSlash(endpoint)).href }),
        ),
      ],
    });
    this.provider.register();
  }

  request = (request: Request, response: Response, next: NextFunction): void => {
    const parent = propagation.extract(context.active(), request.headers);
    const span = this.tracer.startSpan(request.method, { kind: SpanKind.SERVER }, parent);
    const within = trace.setSpan(parent, span);
    onOutcome(({ method, route, status }) => {
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'fieldlab.request.id': requestIdOf(request),
      });
      if (status >= FAULT) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    })(request, response, () => context.with(within, next));
  };

  watch(pool: RegisterPool): void {
    pool.on('connect', (client) => this.watchClient(client));
  }

  async stop(): Promise<void> {
    await this.provider.shutdown();
    trace.disable();
    context.disable();
    propagation.disable();
  }

  private get tracer() {
    return this.provider.getTracer(NAME);
  }

  private watchClient(client: ClientBase): void {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const told = (...args: unknown[]): unknown => {
      // What no request asks, such as looking for jobs, would be a trace of its own each time.
      if (!trace.getActiveSpan()) return query(...args);
      const span = this.tracer.startSpan(keywordOf(args[0]), {
        kind: SpanKind.CLIENT,
        attributes: { 'db.system.name': 'postgresql' },
      });
      return endedWith(span, query, args);
    };
    Object.assign(client, { query: told });
  }
}

/** A statement is answered by its last argument or by a promise; a stream ends by itself, and only its start is told. */
function endedWith(span: Span, query: (...args: unknown[]) => unknown, args: unknown[]): unknown {
  const callback = args.at(-1);
  if (typeof callback === 'function') {
    const tell = (error: unknown, ...rest: unknown[]): unknown => {
      end(span, error);
      return (callback as (...answer: unknown[]) => unknown)(error, ...rest);
    };
    return query(...args.slice(0, -1), tell);
  }
  const answer = query(...args);
  if (!(answer instanceof Promise)) {
    end(span);
    return answer;
  }
  return answer.then(
    (result: unknown) => {
      end(span);
      return result;
    },
    (error: unknown) => {
      end(span, error);
      throw error;
    },
  );
}

function end(span: Span, error?: unknown): void {
  if (error) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** `SELECT` of a statement, however it is handed over. */
function keywordOf(statement: unknown): string {
  const text =
    typeof statement === 'object' && statement !== null && 'text' in statement ? statement.text : statement;
  if (typeof text !== 'string') return 'COPY';
  const [word = ''] = text
    .trimStart()
    .slice(0, LONGEST_KEYWORD)
    .split(/[\s;(]/, 1);
  return word.toUpperCase();
}

const withSlash = (endpoint: string): string => (endpoint.endsWith('/') ? endpoint : `${endpoint}/`);
