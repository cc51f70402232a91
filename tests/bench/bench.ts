import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import { grantToApplication } from '@api/platform/database/grants';
import { migrate } from '@api/platform/database/migrate';
import pg from 'pg';
import { fillLargeRegister } from './large-register';

/** A figure as it is printed, and as a program reads it. */
export interface Row {
  text: string;
  measured: object;
}

/** A register of Europe's size, made once for all parts that ask for it. */
export interface LargeRegister {
  owner: pg.Client;
  appUrl: string;
  /** An instant before its 100,000 corrections. */
  between: string;
}

/** What the parts share: a PostgreSQL of their own, and in it a large register, each made when first asked for. */
export class Bench {
  private dataDir: string | undefined;
  private opened: EmbeddedCluster | undefined;
  private filled: (LargeRegister & { name: string }) | undefined;

  constructor(private readonly say: (text: string) => void) {}

  async cluster(): Promise<EmbeddedCluster> {
    if (this.opened) return this.opened;
    const dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-bench-'));
    this.dataDir = dataDir;
    await chmod(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must be able to enter
    this.opened = await openEmbeddedCluster({ dataDir, log: this.say });
    return this.opened;
  }

  async largeRegister(): Promise<LargeRegister> {
    if (this.filled) return this.filled;
    const cluster = await this.cluster();
    const name = cluster.throwawayName();
    await cluster.createDatabase(name);
    await migrate(cluster.ownerUrl(name));
    const owner = new pg.Client({ connectionString: cluster.ownerUrl(name) });
    await owner.connect();
    await grantToApplication(owner, 'fieldlab_app');
    this.say('Filling a large register …');
    const { between } = await fillLargeRegister(owner);
    this.filled = { name, owner, appUrl: cluster.appUrl(name), between };
    return this.filled;
  }

  async close(): Promise<void> {
    await this.filled?.owner.end();
    if (this.filled) await this.opened?.dropDatabase(this.filled.name);
    await this.opened?.release();
    if (this.dataDir !== undefined) await rm(this.dataDir, { recursive: true, force: true });
  }
}
