import { calendarDate, type Language } from '@fieldlab/domain';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../access/actor';
import { CurrentActor } from '../../access/current-actor.decorator';
import { Costly } from '../../access/limits/request-limits';
import { Requires } from '../../access/requires.decorator';
import { ApiIfMatch, ETAG_HEADER, IfMatch } from '../../platform/http/etag';
import { AcceptedLanguage } from '../../platform/http/language';
import { type PatchInput } from '../../resource/fields';
import {
  idSchema,
  noQuerySchema,
  patchQuerySchema,
  reasonSchema,
  versioned,
  type ReasonQuery,
} from '../../resource/record.controller';
import { trackedController } from '../../resource/tracked.controller';
import { CompaniesService } from './companies.service';
import {
  companyMatchesSchema,
  companyMatchQuerySchema,
  type CompanyMatches,
  type CompanyMatchQuery,
} from './company-match.dto';
import {
  companyGroupsSchema,
  companyNumbersSchema,
  companyProfilesSchema,
  companySchemas,
  companySpec,
  type Company,
  type CompanyFields,
  type CompanyGroups,
  type CompanyNumbers,
  type CompanyProfiles,
} from './company.dto';

const companyPatchQuerySchema = patchQuerySchema.extend({
  effectiveOn: calendarDate
    .optional()
    .describe(
      'Starts a new period of number, profile or parent on this day; without it the current one is corrected.',
    ),
});

@Controller('companies')
export class CompaniesController extends trackedController(companySpec) {
  constructor(@Inject(CompaniesService) private readonly companies: CompaniesService) {
    super(companies);
  }

  @Patch(':id')
  @Requires('company:write')
  @ApiOperation({
    operationId: 'updateCompany',
    summary: 'Correct a company, or with effectiveOn start a new period',
  })
  @ApiIfMatch()
  @ApiOkResponse({ standardSchema: companySchemas.record, headers: ETAG_HEADER })
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: companyPatchQuerySchema }) query: z.output<typeof companyPatchQuerySchema>,
    @Body({ schema: companySchemas.patch }) input: PatchInput<CompanyFields>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Company> {
    return versioned(response, await this.companies.patch(actor, id, version, input, query));
  }

  @Delete(':id/change')
  @Requires('company:write')
  @ApiOperation({
    operationId: 'undoCompanyChange',
    summary: 'Take the last change of a company back, with the periods that it began',
  })
  @ApiIfMatch()
  @ApiOkResponse({ standardSchema: companySchemas.record, headers: ETAG_HEADER })
  async undoChange(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
    @IfMatch() version: number,
    @Query({ schema: reasonSchema }) { reason }: ReasonQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Company> {
    return versioned(response, await this.companies.undoChange(actor, id, version, { reason }));
  }

  @Get(':id/numbers')
  @Requires('company:read')
  @ApiOperation({
    operationId: 'listCompanyNumbers',
    summary: 'Its numbers, former ones included, with their periods',
  })
  @ApiOkResponse({ standardSchema: companyNumbersSchema })
  numbers(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<CompanyNumbers> {
    return this.companies.numbers(actor, id);
  }

  @Get(':id/profiles')
  @Requires('company:read')
  @ApiOperation({
    operationId: 'listCompanyProfiles',
    summary: 'Size, sector and address, with their periods',
  })
  @ApiOkResponse({ standardSchema: companyProfilesSchema })
  profiles(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<CompanyProfiles> {
    return this.companies.profiles(actor, id);
  }

  @Get(':id/groups')
  @Requires('company:read')
  @ApiOperation({ operationId: 'listCompanyGroups', summary: 'Its parents, with their periods' })
  @ApiOkResponse({ standardSchema: companyGroupsSchema })
  groups(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: idSchema }) id: string,
  ): Promise<CompanyGroups> {
    return this.companies.groups(actor, id);
  }

  @Post('matches')
  @Costly()
  @HttpCode(200)
  @Requires('company:read')
  @ApiOperation({
    operationId: 'matchCompanies',
    summary: 'For each description, such as a pasted row, the company that is meant or those that may be',
  })
  @ApiOkResponse({ standardSchema: companyMatchesSchema })
  matches(
    @CurrentActor() actor: Actor,
    @Query({ schema: noQuerySchema }) _: object,
    @Body({ schema: companyMatchQuerySchema }) query: CompanyMatchQuery,
    @AcceptedLanguage() language: Language,
  ): Promise<CompanyMatches> {
    return this.companies.matches(actor, query, language);
  }
}
