import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export interface BackupCommand {
  /** Undefined: to where backups go by themselves, under a name that says when it was made. */
  file: string | undefined;
  isUnsealed: boolean;
  /** Only when the newest one there is as old as BACKUP_EVERY says. */
  ifDue: boolean;
}

export const BACKUP_USAGE = `npm run backup [-- FILE]
  Writes the whole register to a new file, sealed with BACKUP_PASSPHRASE or the first line of BACKUP_PASSPHRASE_FILE.
  Without FILE it goes to BACKUP_TO, where the newest BACKUP_KEEP are kept and older ones deleted.
  --unencrypted   whoever has the file can read it; only with FILE
  --if-due        nothing while the newest in BACKUP_TO is younger than BACKUP_EVERY; only without FILE`;

/** @throws UsageError with what means nothing */
export function parseBackupCommand(args: readonly string[]): BackupCommand {
  const { positionals, values } = parsed(args);
  const [file, ...more] = positionals;
  const { unencrypted: isUnsealed, 'if-due': ifDue } = values;
  if (more.length > 0) throw new UsageError('Name one file.');
  if (file === undefined && isUnsealed) throw new UsageError('What goes by itself is always sealed.');
  if (file !== undefined && ifDue) throw new UsageError('A file that is named is always due.');
  return { file, isUnsealed, ifDue };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        unencrypted: { type: 'boolean', default: false },
        'if-due': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
