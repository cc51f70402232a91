import { execFile, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupSettings } from '../platform/config/env.schema';
import type { BackupShelf } from '../platform/database/backup/backup-shelf';
import { isDue } from '../platform/database/backup/is-due';

const LOOK_MS = 10 * 60_000;
/** A backup that takes longer is given up, and tried again. */
const LONGEST_MS = 6 * 3_600_000;
const LAST_WORDS = 2_000;

export interface BackupScheduleOptions {
  settings: BackupSettings;
  shelf: BackupShelf;
  /** The command that makes one, in a process of its own: sealing and compressing would keep everybody waiting. */
  program: string;
  log: { info: (message: string) => void; error: (message: string) => void };
  /** Told when the newest one there was made; undefined while there is none. */
  onNewest: (madeAt: Date | undefined) => void;
}

/** Makes backups by itself, where something is set to seal them with. Of several processes one makes each. */
export class BackupSchedule {
  private timer: NodeJS.Timeout | undefined;
  private child: ChildProcess | undefined;

  constructor(private readonly options: BackupScheduleOptions) {}

  static isWanted = ({ passphrase, passphraseFile, everyHours }: BackupSettings): boolean =>
    everyHours > 0 && (passphrase !== undefined || passphraseFile !== undefined);

  start(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
    void this.look();
  }

  /** Makes one where it is due. A failure is told, and tried again at the next look. */
  async look(): Promise<void> {
    const { shelf, settings, log, onNewest } = this.options;
    if (this.child) return;
    try {
      if (isDue(await shelf.list(), settings.everyHours, new Date())) log.info(await this.make());
      onNewest((await shelf.list())[0]?.madeAt);
    } catch (error) {
      log.error(`No backup was made: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  stop(): Promise<void> {
    clearInterval(this.timer);
    const { child } = this;
    if (!child) return Promise.resolve();
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    child.kill('SIGTERM');
    return ended;
  }

  private make(): Promise<string> {
    return new Promise((resolve, reject) => {
      const { program } = this.options;
      const options = { timeout: LONGEST_MS };
      this.child = execFile(process.execPath, [program, '--if-due'], options, (error, stdout, stderr) => {
        this.child = undefined;
        if (error) reject(new Error(stderr.trim().slice(-LAST_WORDS) || error.message));
        else resolve(stdout.trim().replaceAll('\n', ' '));
      });
    });
  }
}

/** The command beside us in the bundle. */
export const backupProgram = (): string | undefined =>
  ['cli', '../cli'].map((folder) => join(import.meta.dirname, folder, 'backup.js')).find(existsSync);
