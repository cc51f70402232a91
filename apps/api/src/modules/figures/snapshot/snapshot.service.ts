import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type Actor } from '../../../access/actor';
import { noteExport } from '../../../access/note-export';
import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql } from '../../../platform/database/sql';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { KnowledgeRepository } from '../engine/knowledge.repository';
import type { RegisterAt } from '../engine/register-at';
import { checkQuery } from '../figures-query';
import { FiguresRepository } from '../figures.repository';
import { writeSnapshot } from './write-snapshot';
import { zipOf } from './zip';

/** The register as it was known, as files from which anybody computes our figures without us. */
@Injectable()
export class SnapshotService {
  constructor(
    @Inject(KnowledgeRepository) private readonly knowledge: KnowledgeRepository,
    @Inject(FiguresRepository) private readonly repository: FiguresRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Writes the files into a folder that is not there yet, or is empty.
   * @param knownAt an instant; without one, what is known now
   * @returns the instant as of which the files hold what was known
   * @throws DomainError INVALID_INPUT for what is no instant
   */
  async write(folder: string, knownAt: string | undefined): Promise<string> {
    const checked = checkQuery({ knownAt });
    const writing = async (client: SqlClient, register: RegisterAt): Promise<string> => {
      const programme = await this.repository.programme(client, register);
      const centres = await this.repository.centres(client, register);
      const merged = await rowsOf<{ id: string; root: string }>(
        client,
        sql`select id, root from ${register.merged()} m`,
      );
      await writeSnapshot(client, { register, centres, merged, programme: programme?.name ?? null }, folder);
      return register.knowledge.knownAt;
    };
    return this.knowledge.readAt(checked.knownAt, writing, { once: true });
  }

  /**
   * Hands the same to `send` as one zip, and writes down who took it.
   * @throws DomainError FORBIDDEN; INVALID_INPUT for what is no instant
   */
  async export(
    actor: Actor,
    knownAt: string | undefined,
    send: (zip: AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<void> {
    requirePermission(actor, 'snapshot:read');
    const folder = await mkdtemp(join(tmpdir(), 'fieldlab-snapshot-'));
    try {
      await this.write(folder, knownAt);
      await noteExport(this.unitOfWork, actor, 'companies');
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      await send(zipOf(folder, files.sort()));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
