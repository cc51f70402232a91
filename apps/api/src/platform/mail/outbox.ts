import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { USUAL_TERMS } from '../housekeeping/retention-terms';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const EXPIRES = /-until-(\d{13})-/;

/**
 * Messages as files that a person can open, where no mail server is known. They hold links that let somebody in, so
 * each is kept until what it holds has expired or its term is over, and no longer.
 */
export class Outbox {
  /** @param days how long a message is kept at most */
  constructor(
    private readonly folder: string,
    private readonly days = USUAL_TERMS.mails,
  ) {}

  /** Answers the file's name. */
  async write(content: Uint8Array, hours = Infinity): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const sentAt = new Date();
    const expires = sentAt.getTime() + Math.min(hours * HOUR_MS, this.days * DAY_MS);
    const name = `${sentAt.toISOString().replaceAll(/[:.]/g, '-')}-until-${expires}-${randomUUID()}.eml`;
    await writeFile(join(this.folder, name), content, { mode: 0o600 });
    return name;
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  async forgetOld(): Promise<void> {
    for (const name of await this.names()) {
      const path = join(this.folder, name);
      if ((await this.expiryOf(path, name)) <= Date.now()) await rm(path, { force: true });
    }
  }

  /** What was written to an address; headers stand as they are, and end at the first empty line. */
  async forgetAddress(address: string): Promise<void> {
    for (const name of await this.names()) {
      const path = join(this.folder, name);
      const [headers = ''] = (await readFile(path, 'latin1')).split('\r\n\r\n', 1);
      if (headers.toLowerCase().includes(address.toLowerCase())) await rm(path, { force: true });
    }
  }

  private async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((each) => each.endsWith('.eml'));
  }

  /** One that was written before names said it expires as late as any. */
  private async expiryOf(path: string, name: string): Promise<number> {
    const said = EXPIRES.exec(name)?.[1];
    if (said !== undefined) return Number(said);
    const found = await stat(path).catch(() => undefined);
    return (found?.mtimeMs ?? 0) + this.days * DAY_MS;
  }
}
