import 'reflect-metadata';
import { verifyChain } from '../modules/audit-events/audit-chain.repository';
import { ConfigurationError, parseEnvironment } from '../platform/config/env.schema';
import { MigrationError } from '../platform/database/migrate';
import { openRegister } from '../platform/database/open-register';

const WHOLE = 0;
const BROKEN = 1;
const WRONG_USAGE = 2;
const USAGE =
  'npm run audit:verify [-- HEAD…]   HEAD: a head that was noted earlier, in 64 hexadecimal digits';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Verifies the audit trail, and that heads noted earlier are still in it. */
async function main(heads: readonly string[]): Promise<number> {
  if (heads.some((head) => !/^[0-9a-f]{64}$/i.test(head))) {
    say(USAGE);
    return WRONG_USAGE;
  }
  const { database, dataDir, sessionSecret } = parseEnvironment();
  const register = await openRegister({ ...database, dataDir, sessionSecret, log: say });
  try {
    const report = await register.database.snapshot((client) => verifyChain(client, heads), 'batch');
    for (const fault of report.faults) say(fault);
    const verdict = report.faults.length === 0 ? 'is whole' : 'IS BROKEN';
    process.stdout.write(
      `The audit trail ${verdict}: ${report.links} links, ${report.entries} entries, head ${report.head}\n`,
    );
    return report.faults.length === 0 ? WHOLE : BROKEN;
  } finally {
    await register.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof ConfigurationError || error instanceof MigrationError;
  say(isExpected ? error.message : ((error as Error).stack ?? String(error)));
  process.exitCode = BROKEN;
}
