import { readFile } from 'node:fs/promises';
import { ConfigurationError, type BackupSettings } from './env.schema';
import { SHORTEST_PASSPHRASE } from './variables';

/**
 * Reads what backups are sealed with; undefined where nothing is set.
 * @throws ConfigurationError where the file cannot be read or says too little
 */
export async function readBackupPassphrase({
  passphrase,
  passphraseFile,
}: Pick<BackupSettings, 'passphrase' | 'passphraseFile'>): Promise<string | undefined> {
  if (passphraseFile === undefined) return passphrase;
  const variable = 'BACKUP_PASSPHRASE_FILE';
  const refuse = (message: string) =>
    new ConfigurationError([{ variable, message: `${variable} ${message}` }]);
  const text = await readFile(passphraseFile, 'utf8').catch(() => {
    throw refuse('names a file that cannot be read.');
  });
  const [first = ''] = text.split(/\r?\n/, 1);
  if (first.length < SHORTEST_PASSPHRASE)
    throw refuse(`names a file whose first line has fewer than ${SHORTEST_PASSPHRASE} characters.`);
  return first;
}
