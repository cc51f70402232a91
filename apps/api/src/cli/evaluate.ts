import { DomainError } from '@fieldlab/domain';
import { WorkbookRefused } from '../modules/imports/reading/workbook-refused';
import { ConfigurationError, parseEnvironment } from '../platform/config/env.schema';
import { openRegister, openThrowawayRegister, type OpenRegister } from '../platform/database/open-register';
import { parseEvaluateOptions, USAGE, type EvaluateOptions } from './evaluate-options';
import { UsageError } from './usage-error';

/** Exit statuses of the contract. */
const DONE = 0;
const FAULTS = 1;
const WRONG_USAGE = 2;

/** What is not the answer goes to stderr, so that stdout can be piped. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  const options = parseEvaluateOptions(args);
  // The database starts in processes of its own: meanwhile the program itself is loaded here.
  const [register, { evaluate }] = await Promise.all([open(options), import('./evaluation')]);
  try {
    return (await evaluate(register, options, say)) ? DONE : FAULTS;
  } finally {
    await register.close();
  }
}

function open(options: EvaluateOptions): Promise<OpenRegister> {
  const { database, dataDir, sessionSecret } = parseEnvironment();
  if (options.inMemory) return openThrowawayRegister({ dataDir, log: say });
  return openRegister({ ...database, dataDir, sessionSecret, log: say });
}

function explain(error: unknown): number {
  if (error instanceof WorkbookRefused && error.reason !== 'FILE_NOT_FOUND') {
    say(error.message);
    return FAULTS;
  }
  if (error instanceof UsageError) say(`${error.message}\n\n${USAGE}`);
  else if (error instanceof DomainError || error instanceof ConfigurationError) say(error.message);
  else throw error;
  return WRONG_USAGE;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
