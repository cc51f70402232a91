import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../access/actor';
import type { Transaction } from '../../../platform/database/database';
import { AttendancesService } from '../../attendances/attendances.module';
import { CompaniesService } from '../../companies/companies.service';
import { ParticipationsService } from '../../participations/participations.service';
import type { ImportDto } from '../import.dto';
import type { ListRow, NewList } from './list.dto';
import { ListWriter, type ListOptions, type Made } from './list-writer';

/** Lists that people paste after an event: an import without a file, by the rules of the records themselves. */
@Injectable()
export class ListsService {
  constructor(
    @Inject(ListWriter) private readonly writer: ListWriter,
    @Inject(CompaniesService) private readonly companies: CompaniesService,
    @Inject(ParticipationsService) private readonly participations: ParticipationsService,
    @Inject(AttendancesService) private readonly attendances: AttendancesService,
  ) {}

  /** @throws DomainError INVALID_INPUT with what is wrong in every row; nothing is written then. */
  write(actor: Actor, list: NewList, options: ListOptions): Promise<ImportDto> {
    const writeRow = (tx: Transaction, row: ListRow): Promise<Made[]> => this.writeRow(tx, actor, row);
    return this.writer.write(actor, { ...list, writeRow }, options);
  }

  private async writeRow(tx: Transaction, actor: Actor, row: ListRow): Promise<Made[]> {
    const { companyId: known, newCompany, participation, attendance } = row;
    const made: Made[] = [];
    let companyId = known ?? '';
    if (newCompany) {
      ({ id: companyId } = await this.companies.createWithin(tx, actor, newCompany));
      made.push({ id: companyId, sheet: 'companies' });
    }
    if (participation) {
      const { id } = await this.participations.createWithin(tx, actor, { ...participation, companyId });
      made.push({ id, sheet: 'participations' });
    }
    if (attendance) {
      const { id } = await this.attendances.createWithin(tx, actor, { ...attendance, companyId });
      made.push({ id, sheet: 'attendances' });
    }
    return made;
  }
}
