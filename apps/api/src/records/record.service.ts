import { DomainError, invalidInput, notFound, type InputFault } from '@fieldlab/domain';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../access/actor';
import type { Database, SqlClient } from '../platform/database/database';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import type { CreateInput, Fields, PatchInput } from './fields';
import { keepResponse, type IdempotencyClaim } from './idempotency.repository';
import { historyOf, type RecordVersion } from './record-history';
import { changedFields, RecordRepository, type Page } from './record-repository';
import type { RecordOf, RecordSpec } from './record-spec';
import type { ListQuery } from './record-sql';
import { referenceFaults } from './references';
import { settlePeriod } from './settle-period';

type Row = Record<string, unknown>;

/** What the caller says about a write beside the record itself. */
export interface WriteOptions {
  /** Why; kept with the versions that the write makes. */
  reason?: string | undefined;
  claim?: IdempotencyClaim | undefined;
}

/**
 * What all kinds of records have in common, in one order: permission, scope, rule, transaction, answer.
 * A module extends it with what is only its own; the history is written by the database itself.
 */
export abstract class RecordService<F extends Fields> {
  protected readonly records: RecordRepository<F>;

  protected constructor(
    readonly spec: RecordSpec<F>,
    protected readonly database: Database,
    protected readonly unitOfWork: UnitOfWork,
  ) {
    this.records = new RecordRepository(spec);
  }

  async list(actor: Actor, query: ListQuery): Promise<Page<RecordOf<F>>> {
    requirePermission(actor, this.spec.permissions.read);
    return this.records.list(this.database.pool, query, boundOf(actor));
  }

  async get(actor: Actor, id: string): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.read);
    return (await this.records.find(this.database.pool, id, boundOf(actor))) ?? this.notFound();
  }

  async create(actor: Actor, input: CreateInput<F>, options: WriteOptions = {}): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.write);
    return this.unitOfWork.runSql(authorshipOf(actor, options.reason), async (client) => {
      const values = settlePeriod(this.spec, withFallbacks(this.spec, input));
      const id = await this.write(client, actor, values, () => this.insert(client, values));
      const record = await this.reread(client, actor, id);
      await keepResponse(client, options.claim, record);
      return record;
    });
  }

  /** @throws DomainError STALE_VERSION when somebody else changed it since `version`. */
  async patch(
    actor: Actor,
    id: string,
    version: number,
    input: PatchInput<F>,
    options: WriteOptions = {},
  ): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.write);
    return this.unitOfWork.runSql(authorshipOf(actor, options.reason), async (client) => {
      const current = await this.getForWrite(client, actor, id, version);
      const values = changedFields(current, settlePeriod(this.spec, input, current));
      if (Object.keys(values).length === 0) return current;
      await this.write(
        client,
        actor,
        { ...current, ...values },
        () => this.update(client, current, values),
        values,
      );
      return this.reread(client, actor, id);
    });
  }

  /** Soft: the record stays readable by its history, and can be restored. */
  async remove(actor: Actor, id: string, version: number, options: WriteOptions = {}): Promise<void> {
    requirePermission(actor, this.spec.permissions.delete);
    await this.unitOfWork.runSql(authorshipOf(actor, options.reason), async (client) => {
      await this.getForWrite(client, actor, id, version);
      if (!(await this.records.setDeleted(client, id, version, true))) throw staleVersion();
    });
  }

  async restore(actor: Actor, id: string, options: WriteOptions = {}): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.delete);
    return this.unitOfWork.runSql(authorshipOf(actor, options.reason), async (client) => {
      const found = await this.records.find(client, id, boundOf(actor), { deleted: true, lock: true });
      if (!found) this.notFound();
      await this.assertWritable(client, actor, id);
      if (!(await this.records.setDeleted(client, id, undefined, false))) {
        throw new DomainError('NOT_DELETED', `The ${this.spec.name} is not deleted.`);
      }
      return this.reread(client, actor, id);
    });
  }

  /** Stays readable after deletion. */
  async history(actor: Actor, id: string): Promise<Page<RecordVersion>> {
    requirePermission(actor, this.spec.permissions.read);
    requirePermission(actor, 'history:read');
    const found = await this.records.find(this.database.pool, id, boundOf(actor), { deleted: true });
    if (!found) this.notFound();
    return historyOf(this.database.pool, this.spec, id);
  }

  /** Rules of a kind of record that need more than its schema: faults to answer, or a DomainError to throw. */
  protected rules(_client: SqlClient, _actor: Actor, _next: Row): Promise<InputFault[]> {
    return Promise.resolve([]);
  }

  protected insert(client: SqlClient, values: Row): Promise<string> {
    return this.records.insert(client, values);
  }

  protected async update(
    client: SqlClient,
    current: RecordOf<F>,
    values: Row,
    _options: WriteOptions = {},
  ): Promise<string> {
    if (!(await this.records.update(client, current.id, current.version, values))) throw staleVersion();
    return current.id;
  }

  /** The live record in scope that is about to change, locked, at the version that the caller saw. */
  protected async getForWrite(
    client: SqlClient,
    actor: Actor,
    id: string,
    version?: number,
  ): Promise<RecordOf<F>> {
    const current = await this.records.find(client, id, boundOf(actor), { lock: true });
    if (!current) this.notFound();
    await this.assertWritable(client, actor, id);
    if (version !== undefined && current.version !== version) throw staleVersion(version, current.version);
    return current;
  }

  protected async reread(client: SqlClient, actor: Actor, id: string): Promise<RecordOf<F>> {
    return (await this.records.find(client, id, boundOf(actor))) ?? this.notFound();
  }

  protected notFound(): never {
    throw notFound(`The ${this.spec.name}`);
  }

  /** Checks what the values point at and the module's rules, all faults at once; writes; checks the scope of the result. */
  private async write(
    client: SqlClient,
    actor: Actor,
    next: Row,
    change: () => Promise<string>,
    sent: Row = next,
  ): Promise<string> {
    const faults = [
      ...(await referenceFaults(client, this.spec, sent, boundOf(actor))),
      ...(await this.rules(client, actor, next)),
    ];
    if (faults.length > 0) throw invalidInput(faults);
    const id = await change();
    await this.assertWritable(client, actor, id);
    return id;
  }

  private async assertWritable(client: SqlClient, actor: Actor, id: string): Promise<void> {
    if (await this.records.isWritable(client, id, boundOf(actor))) return;
    throw new DomainError(
      'FORBIDDEN',
      'It hangs from a centre that is not yours; its coordinator can write it.',
    );
  }
}

function withFallbacks(spec: RecordSpec, input: Row): Row {
  const values: Row = { ...input };
  for (const [name, { fallback }] of Object.entries(spec.fields)) {
    if (fallback !== undefined) values[name] ??= fallback;
  }
  return values;
}

function staleVersion(sent?: number, current?: number): DomainError {
  const versions = sent === undefined ? '' : ` You saw version ${sent}, it is at ${current ?? sent} now.`;
  return new DomainError('STALE_VERSION', `Somebody changed this meanwhile.${versions} Read it again.`);
}
