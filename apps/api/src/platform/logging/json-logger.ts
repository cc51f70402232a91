import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/variables';

/**
 * Lines of JSON on stderr: stdout belongs to what people read. Nobody's answer waits for its line: what comes while one is
 * being written goes with the next, and what is left when the process exits is written then.
 */
export const createLog = (level: LogLevel): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );

/** What the framework and our own classes log, as the same lines. */
export class JsonLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(...lineOf(message, rest));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(...lineOf(message, rest));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(...lineOf(message, rest));
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal(...lineOf(message, rest));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(...lineOf(message, rest));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace(...lineOf(message, rest));
  }
}

/** The framework adds the name of the class as the last argument. */
function lineOf(message: unknown, rest: unknown[]): [Record<string, unknown>, string] {
  const context = rest.at(-1);
  const text = message instanceof Error ? (message.stack ?? message.message) : String(message);
  return [typeof context === 'string' ? { context } : {}, text];
}
