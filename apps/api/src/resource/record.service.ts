import { DomainError, invalidInput, notFound, type InputFault } from '@fieldlab/domain';
import { noteExport } from '../access/note-export';
import { authorshipOf, boundOf, requirePermission, type Actor } from '../access/actor';
import type { Database, Transaction } from '../platform/database/database';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import type { CreateInput, Fields, PatchInput } from './fields';
import { keepAnswer, type Claimed } from './idempotency.repository';
import { historyOf, type RecordVersion } from './record-history';
import { changedFields, RecordRepository, type Page, type WholeList } from './record-repository';
import type { RecordOf, RecordSpec } from './record-spec';
import type { ListFilters, ListQuery } from './list-filters';
import { referenceFaults, withSurvivors } from './references';
import { isWritable, wouldBeWritable } from './write-scope';
import { settlePeriod } from './settle-period';

type Row = Record<string, unknown>;

/** What the caller says about a write beside the record itself. */
export interface WriteOptions {
  /** Why; kept with the versions that the write makes. */
  reason?: string | undefined;
  claim?: Claimed | undefined;
  /** Of a change: answers what would come of it, and writes nothing. */
  dryRun?: boolean | undefined;
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
    return this.database.listing((reader) => this.records.list(reader, query, boundOf(actor)));
  }

  /**
   * Hands everything that a list has over its pages to `read`, as it is at this moment. That personal data leaves the
   * register in a file is noted before the first row is read.
   */
  async readAll(actor: Actor, filters: ListFilters, read: (all: WholeList) => Promise<void>): Promise<void> {
    requirePermission(actor, this.spec.permissions.read);
    const { resource, holdsPersonalData = false } = this.spec;
    if (holdsPersonalData) await noteExport(this.unitOfWork, actor, resource);
    const bound = boundOf(actor);
    await this.database.reading(async (client) => read(await this.records.whole(client, filters, bound)), {
      kind: 'batch',
      once: true,
    });
  }

  async get(actor: Actor, id: string): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.read);
    return (await this.records.find(this.database, id, boundOf(actor))) ?? this.notFound();
  }

  /** The same as a part of the caller's transaction. */
  async getWithin(tx: Transaction, actor: Actor, id: string): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.read);
    return this.reread(tx, actor, id);
  }

  async create(actor: Actor, input: CreateInput<F>, options: WriteOptions = {}): Promise<RecordOf<F>> {
    return this.unitOfWork.run(authorshipOf(actor, options.reason), async (tx) => {
      const record = await this.createWithin(tx, actor, input, options);
      await keepAnswer(tx.client, options.claim, record);
      return record;
    });
  }

  /** The same as a part of the caller's transaction. */
  async createWithin(
    tx: Transaction,
    actor: Actor,
    input: CreateInput<F>,
    options: WriteOptions = {},
  ): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.write);
    const values = await this.checked(tx, actor, withFallbacks(this.spec, input));
    const id = await this.insert(tx, values, options);
    return this.reread(tx, actor, id);
  }

  /** @throws DomainError STALE_VERSION when somebody else changed it since `version`. */
  async patch(
    actor: Actor,
    id: string,
    version: number,
    input: PatchInput<F>,
    options: WriteOptions = {},
  ): Promise<RecordOf<F>> {
    const by = authorshipOf(actor, options.reason);
    const work = (tx: Transaction): Promise<RecordOf<F>> =>
      this.patchWithin(tx, actor, id, input, { ...options, version });
    return options.dryRun ? this.unitOfWork.rehearse(by, work) : this.unitOfWork.run(by, work);
  }

  /** The same as a part of the caller's transaction; without a version, whichever it has. */
  async patchWithin(
    tx: Transaction,
    actor: Actor,
    id: string,
    input: PatchInput<F>,
    options: WriteOptions & { version?: number } = {},
  ): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.write);
    const current = await this.getForWrite(tx, actor, id, options.version, options);
    const values = await this.checked(tx, actor, emptied(this.spec, input), { current, options });
    if (Object.keys(values).length === 0) return current;
    await this.update(tx, current, values, options);
    return this.reread(tx, actor, id);
  }

  /** Soft: the record stays readable by its history, and can be restored. */
  async remove(actor: Actor, id: string, version: number, options: WriteOptions = {}): Promise<void> {
    requirePermission(actor, this.spec.permissions.delete);
    await this.unitOfWork.run(authorshipOf(actor, options.reason), (tx) =>
      this.removeWithin(tx, actor, id, version),
    );
  }

  /** The same as a part of the caller's transaction. */
  protected async removeWithin(tx: Transaction, actor: Actor, id: string, version: number): Promise<void> {
    await this.getForWrite(tx, actor, id, version);
    if (!(await this.records.setDeleted(tx, id, version, true))) throw staleVersion();
  }

  async restore(actor: Actor, id: string, options: WriteOptions = {}): Promise<RecordOf<F>> {
    requirePermission(actor, this.spec.permissions.delete);
    return this.unitOfWork.run(authorshipOf(actor, options.reason), (tx) =>
      this.restoreWithin(tx, actor, id),
    );
  }

  /** The same as a part of the caller's transaction. */
  protected async restoreWithin(tx: Transaction, actor: Actor, id: string): Promise<RecordOf<F>> {
    const found = await this.records.findToWrite(tx, id, boundOf(actor), { deleted: true });
    if (!found) this.notFound();
    this.assertWritable(actor, found);
    await this.restoring(tx, found);
    if (!(await this.records.setDeleted(tx, id, undefined, false))) {
      throw new DomainError('NOT_DELETED', `The ${this.spec.name} is not deleted.`);
    }
    return this.reread(tx, actor, id);
  }

  /** Stays readable after deletion. */
  async history(actor: Actor, id: string): Promise<Page<RecordVersion>> {
    requirePermission(actor, this.spec.permissions.read);
    requirePermission(actor, 'history:read');
    const found = await this.records.find(this.database, id, boundOf(actor), { deleted: true });
    if (!found) this.notFound();
    return this.versions(id, boundOf(actor));
  }

  /** The versions of a record as far as they lay in the reader's scope. */
  protected versions(id: string, bound: readonly string[] | undefined): Promise<Page<RecordVersion>> {
    return historyOf(this.database.pool, this.spec, id, bound);
  }

  /** Rules of a kind of record that need more than its schema: faults to answer, or a DomainError to throw. */
  protected rules(_tx: Transaction, _actor: Actor, _next: Row): Promise<InputFault[]> {
    return Promise.resolve([]);
  }

  /** Rules that a record must keep again when its deletion is taken back: a DomainError to throw. */
  protected restoring(_tx: Transaction, _deleted: RecordOf<F>): Promise<void> {
    return Promise.resolve();
  }

  protected insert(tx: Transaction, values: Row, _options: WriteOptions): Promise<string> {
    return this.records.insert(tx, values);
  }

  /** Which of the values that were sent are to be written. */
  protected changes(current: RecordOf<F>, sent: Row, _options: WriteOptions): Row {
    return changedFields(current, sent);
  }

  protected async update(
    tx: Transaction,
    current: RecordOf<F>,
    values: Row,
    _options: WriteOptions = {},
  ): Promise<string> {
    if (!(await this.records.update(tx, current.id, current.version, values))) throw staleVersion();
    return current.id;
  }

  /** The live record in scope that is about to change, locked, at the version that the caller saw. */
  protected async getForWrite(
    tx: Transaction,
    actor: Actor,
    id: string,
    version?: number,
    _options: WriteOptions = {},
  ): Promise<RecordOf<F>> {
    const current = await this.records.findToWrite(tx, id, boundOf(actor));
    if (!current) this.notFound();
    this.assertWritable(actor, current);
    return atVersion(current, version);
  }

  protected async reread(tx: Transaction, actor: Actor, id: string): Promise<RecordOf<F>> {
    return (await this.records.find(tx, id, boundOf(actor))) ?? this.notFound();
  }

  protected notFound(): never {
    throw notFound(`The ${this.spec.name}`);
  }

  /**
   * What is to be written of what was sent: periods settled, merges resolved.
   * @throws DomainError INVALID_INPUT with all faults at once; FORBIDDEN where it would hang from another's centre.
   */
  private async checked(
    tx: Transaction,
    actor: Actor,
    sent: Row,
    change?: { current: RecordOf<F>; options: WriteOptions },
  ): Promise<Row> {
    const bound = boundOf(actor);
    const settled = settlePeriod(this.spec, sent, change?.current);
    const resolved = await withSurvivors(tx, this.spec, settled.values, change?.current);
    const values = change ? this.changes(change.current, resolved, change.options) : resolved;
    const next = { ...change?.current, ...values };
    const faults = [
      ...settled.faults,
      ...(await referenceFaults(tx, this.spec, values, bound)),
      ...(await this.rules(tx, actor, next)),
    ];
    if (faults.length > 0) throw invalidInput(faults);
    if (!(await wouldBeWritable(tx, this.spec, next, bound))) throw notYours();
    return values;
  }

  private assertWritable(actor: Actor, record: RecordOf<F>): void {
    if (!isWritable(this.spec, record, boundOf(actor))) throw notYours();
  }
}

const notYours = (): DomainError =>
  new DomainError('FORBIDDEN', 'It hangs from a centre that is not yours; its coordinator can write it.');

function withFallbacks(spec: RecordSpec, input: Row): Row {
  const values: Row = { ...input };
  for (const [name, { fallback }] of Object.entries(spec.fields)) {
    if (fallback !== undefined) values[name] ??= fallback;
  }
  return values;
}

/** A field that cannot be empty goes back to its default when a change empties it. */
function emptied(spec: RecordSpec, input: Row): Row {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, value ?? spec.fields[name]?.fallback ?? value]),
  );
}

/** The answer to a change of a version that is no more. */
export function staleVersion(sent?: number, current?: number): DomainError {
  const versions = sent === undefined ? '' : ` You saw version ${sent}, it is at ${current ?? sent} now.`;
  return new DomainError('STALE_VERSION', `Somebody changed this meanwhile.${versions} Read it again.`);
}

/** The record, if it is still at the version that the caller saw. @throws DomainError STALE_VERSION */
export function atVersion<T extends { version: number }>(record: T, version: number | undefined): T {
  if (version !== undefined && record.version !== version) throw staleVersion(version, record.version);
  return record;
}
