import type { Tracing } from './tracing';

/** Starts telling. What it needs is loaded only here: nobody else waits for it at the start. */
export async function startTracing(endpoint: string): Promise<Tracing> {
  const { OpenTelemetry } = await import('./open-telemetry');
  return new OpenTelemetry(endpoint);
}
