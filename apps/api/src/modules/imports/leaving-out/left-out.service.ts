import { Inject, Injectable } from '@nestjs/common';
import { DomainError, errorSentence, notFound } from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../../access/actor';
import { Database } from '../../../platform/database/database';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ImportJobsService } from '../import-jobs.service';
import type { LeftOut } from './left-out.dto';
import { LeftOutRepository, type Hanging, type MadeCompany } from './left-out.repository';

/** Doubtful rows that should not have been imported: the company goes again, with what the import hung from it. */
@Injectable()
export class LeftOutService {
  constructor(
    @Inject(ImportJobsService) private readonly jobs: ImportJobsService,
    @Inject(LeftOutRepository) private readonly repository: LeftOutRepository,
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What leaving the company out would delete. @throws DomainError NOT_FOUND where the import did not make it */
  async preview(actor: Actor, importId: string, companyId: string): Promise<LeftOut> {
    requirePermission(actor, 'import:read');
    await this.jobs.summary(actor, importId);
    const company = await this.repository.find(this.database.pool, importId, companyId);
    if (!company) throw notFound('The company of the import');
    return described(company, await this.repository.hanging(this.database.pool, company));
  }

  /** @throws DomainError BUILT_UPON where somebody changed it since, or hung something else from it */
  async leaveOut(
    actor: Actor,
    { importId, companyId, reason }: { importId: string; companyId: string; reason: string | undefined },
  ): Promise<LeftOut> {
    requirePermission(actor, 'import:write');
    await this.jobs.summary(actor, importId);
    return this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      const company = await this.repository.find(client, importId, companyId);
      if (!company) throw notFound('The company of the import');
      const hanging = await this.repository.hanging(client, company);
      if (!company.isUntouched || hanging.some(({ others }) => others > 0))
        throw new DomainError('BUILT_UPON', errorSentence('BUILT_UPON', {}, 'en'));
      await this.repository.remove(client, company);
      return described(company, hanging);
    });
  }

  /**
   * Takes that back: the company returns with the rows of the import that went with it, and no others.
   * @throws DomainError NOT_FOUND where none of this id was left out; what a rule forbids meanwhile, as DUPLICATE_NUMBER
   */
  async bringBack(
    actor: Actor,
    { importId, companyId, reason }: { importId: string; companyId: string; reason: string | undefined },
  ): Promise<LeftOut> {
    requirePermission(actor, 'import:write');
    await this.jobs.summary(actor, importId);
    return this.unitOfWork.runSql(authorshipOf(actor, reason), async (client) => {
      const company = await this.repository.findGone(client, importId, companyId);
      if (!company) throw notFound('The company of the import');
      return described(company, await this.repository.bringBack(client, company));
    });
  }
}

const described = ({ id, name }: Pick<MadeCompany, 'id' | 'name'>, hanging: readonly Hanging[]): LeftOut => ({
  companyId: id,
  name,
  records: Object.fromEntries(
    hanging.filter(({ own }) => own > 0).map(({ resource, own }) => [resource, own]),
  ),
});
