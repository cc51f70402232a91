import cluster from 'node:cluster';
import { ConfigurationError, parseEnvironment, type Configuration } from './platform/config/env.schema';
import { MigrationError } from './platform/database/migrate';
import { createLog } from './platform/logging/json-logger';
import { Ending } from './startup/ending';
import { forking, ownPart } from './startup/forking';
import { Supervisor } from './startup/supervisor';

/** One process serves, or one looks after several that do. Only who serves loads the program. */
async function begin(configuration: Configuration, ending: Ending): Promise<void> {
  const { processes, logLevel } = configuration.server;
  if (processes > 1 && cluster.isPrimary) {
    const log = createLog(logLevel);
    const supervisor = new Supervisor({ ...{ processes, log: (line) => log.warn(line) }, fork: forking() });
    ending.onEnd(() => supervisor.end());
    const code = await supervisor.run();
    if (code !== 0) process.exit(code);
    return;
  }
  const { serve } = await import('./server');
  await serve(configuration, ending, ownPart());
}

/** What a person can mend is said in a sentence; anything else shows where it came from. */
function explained(error: unknown, port: number | undefined): string {
  if (error instanceof ConfigurationError || error instanceof MigrationError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${String(port)} is in use by another program: end it, or choose another with PORT.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const ending = new Ending();
let configuration: Configuration | undefined;
try {
  configuration = parseEnvironment();
  await begin(configuration, ending);
} catch (error) {
  process.stderr.write(`${explained(error, configuration?.server.port)}\n`);
  await ending.closeAll();
  process.exit(1);
}
