import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import type pg from 'pg';
import { emptyRegister, type EmptyRegister } from './empty-register';
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
  private filled: (LargeRegister & EmptyRegister) | undefined;

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
    const empty = await emptyRegister(await this.cluster());
    this.say('Filling a large register …');
    this.filled = { ...empty, ...(await fillLargeRegister(empty.owner)) };
    return this.filled;
  }

  async close(): Promise<void> {
    await this.filled?.drop();
    await this.opened?.release();
    if (this.dataDir !== undefined) await rm(this.dataDir, { recursive: true, force: true });
  }
}
