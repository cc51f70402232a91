import type { RequestHandler } from 'express';
import type { RegisterPool } from '../database/register-pool';

/** Tells a collector, by OpenTelemetry, what took how long. */
export interface Tracing {
  /** For the program to use before all else that a request meets. */
  request: RequestHandler;
  /** Tells of every statement of a request, never with its text: that may hold what a person typed. */
  watch(pool: RegisterPool): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}
