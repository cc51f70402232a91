import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedCluster, type EmbeddedCluster } from '@api/platform/database/embedded-postgres';
import type pg from 'pg';
import { emptyRegister, type EmptyRegister } from './empty-register';
import { fillLargeRegister, SIZE, type Size } from './large-register';

/** A figure as it is printed, and as a program reads it. */
export interface Row {
  text: string;
  measured: object;
}

/** A large register, made once for all parts that ask for it. */
export interface LargeRegister {
  owner: pg.Client;
  ownerUrl: string;
  appUrl: string;
  /** An instant before its 100,000 corrections. */
  between: string;
}

/** What the parts share: a PostgreSQL of their own, and in it a large register, each made when first asked for. */
export class Bench {
  private dataDir: string | undefined;
  private opened: EmbeddedCluster | undefined;
  private readonly filled = new Map<Size, LargeRegister & EmptyRegister>();

  constructor(private readonly say: (text: string) => void) {}

  async cluster(): Promise<EmbeddedCluster> {
    if (this.opened) return this.opened;
    const dataDir = await mkdtemp(join(tmpdir(), 'fieldlab-bench-'));
    this.dataDir = dataDir;
    await chmod(dataDir, 0o711); // as root, PostgreSQL runs as another user, who must be able to enter
    this.opened = await openEmbeddedCluster({ dataDir, log: this.say });
    return this.opened;
  }

  async largeRegister(size = SIZE): Promise<LargeRegister> {
    const known = this.filled.get(size);
    if (known) return known;
    const empty = await emptyRegister(await this.cluster());
    this.say('Filling a large register …');
    const made = { ...empty, ...(await fillLargeRegister(empty.owner, size)) };
    this.filled.set(size, made);
    return made;
  }

  async close(): Promise<void> {
    for (const { drop } of this.filled.values()) await drop();
    await this.opened?.release();
    if (this.dataDir !== undefined) await rm(this.dataDir, { recursive: true, force: true });
  }
}
