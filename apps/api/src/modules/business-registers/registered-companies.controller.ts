import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { RegisteredCompaniesService } from './registered-companies.service';
import {
  registeredCompanyQuerySchema,
  registeredCompanySchema,
  registeredNamesQuerySchema,
  registeredNamesSchema,
  registeredNumberSchema,
  type RegisteredCompany,
  type RegisteredCompanyQuery,
  type RegisteredNames,
  type RegisteredNamesQuery,
} from './registered-company.dto';

@ApiTags('registered-companies')
@Controller('registered-companies')
@Requires('registered-company:read')
export class RegisteredCompaniesController {
  constructor(@Inject(RegisteredCompaniesService) private readonly companies: RegisteredCompaniesService) {}

  @Get()
  @Costly()
  @ApiOperation({
    operationId: 'searchRegisteredCompanies',
    summary: 'Companies in a country’s business register, by name or number',
  })
  @ApiOkResponse({ standardSchema: registeredNamesSchema })
  search(
    @CurrentActor() actor: Actor,
    @Query({ schema: registeredNamesQuerySchema }) { country, q }: RegisteredNamesQuery,
  ): Promise<RegisteredNames> {
    return this.companies.search(actor, country, q);
  }

  @Get(':number')
  @Costly()
  @ApiOperation({
    operationId: 'getRegisteredCompany',
    summary: 'What a country’s business register says of one company',
  })
  @ApiOkResponse({ standardSchema: registeredCompanySchema })
  get(
    @CurrentActor() actor: Actor,
    @Param('number', { schema: registeredNumberSchema }) number: string,
    @Query({ schema: registeredCompanyQuerySchema }) { country }: RegisteredCompanyQuery,
  ): Promise<RegisteredCompany> {
    return this.companies.find(actor, country, number);
  }
}
