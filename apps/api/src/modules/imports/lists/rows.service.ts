import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../access/actor';
import type { Transaction } from '../../../platform/database/database';
import type { CreateInput, Fields } from '../../../resource/fields';
import { PersonalRecordService } from '../../../resource/personal-record.service';
import type { RecordService } from '../../../resource/record.service';
import type { ImportDto } from '../import.dto';
import { ListWriter, type ListOptions, type Made } from './list-writer';
import type { NewRows } from './rows.dto';

/** The services of the kinds that rows are of, by resource. */
export const ROW_SERVICES = Symbol('ROW_SERVICES');
export type RowServices = ReadonlyMap<string, RecordService<Fields>>;

type Row = CreateInput<Fields>;

/** Rows of one kind that people paste in its list: each by the rules of a record that is made by itself. */
@Injectable()
export class RowsService {
  constructor(
    @Inject(ListWriter) private readonly writer: ListWriter,
    @Inject(ROW_SERVICES) private readonly services: RowServices,
  ) {}

  /** @throws DomainError INVALID_INPUT with what is wrong in every row; nothing is written then. */
  write(actor: Actor, { resource, name, rows }: NewRows, options: ListOptions): Promise<ImportDto> {
    const service = this.services.get(resource);
    if (!service) throw new Error(`Nobody makes ${resource}.`);
    const sheet = resource.replace('-', '_');
    const writeRow = async (tx: Transaction, row: Row): Promise<Made[]> => {
      const { id } = await service.createWithin(tx, actor, row);
      return [{ id, sheet, isWithoutVersions: service instanceof PersonalRecordService }];
    };
    return this.writer.write<Row>(actor, { name, rows, writeRow }, options);
  }
}
