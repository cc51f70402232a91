import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DomainError, type FiguresAnswer } from '@fieldlab/domain';
import { AppModule } from '../app.module';
import { FiguresService } from '../modules/figures/figures.service';
import { ImportsService } from '../modules/imports/imports.service';
import { WorkbookRefused } from '../modules/imports/reading/workbook-refused';
import { ConfigurationError, parseEnvironment } from '../platform/config/env.schema';
import { openRegister, openThrowawayRegister, type OpenRegister } from '../platform/database/open-register';
import { parseEvaluateOptions, USAGE, type EvaluateOptions } from './evaluate-options';
import { figureCsv, writeFigures } from './figure-files';
import { figureTable } from './figure-table';
import { importReport, ProgressBar } from './import-report';
import { UsageError } from './usage-error';

const AUTHORSHIP = { actorId: null, actorName: 'command line' };

/** Exit statuses of the contract. */
const DONE = 0;
const FAULTS = 1;
const WRONG_USAGE = 2;

/** What is not the answer goes to stderr, so that stdout can be piped. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  const options = parseEvaluateOptions(args);
  const register = await open(options);
  try {
    return await evaluate(register, options);
  } finally {
    await register.close();
  }
}

function open(options: EvaluateOptions): Promise<OpenRegister> {
  const { database, dataDir, sessionSecret } = parseEnvironment();
  if (options.inMemory) return openThrowawayRegister({ dataDir, log: say });
  return openRegister({ url: database.url, ownerUrl: database.ownerUrl, dataDir, sessionSecret, log: say });
}

async function evaluate(register: OpenRegister, options: EvaluateOptions): Promise<number> {
  const app = await NestFactory.createApplicationContext(AppModule.with(register.database), {
    logger: ['error'],
  });
  const figures = app.get(FiguresService);
  figures.check(options.query);
  const progress = new ProgressBar(process.stderr);
  const result = await app.get(ImportsService).importFile({
    path: options.workbook,
    language: options.language,
    authorship: AUTHORSHIP,
    onProgress: (done, total) => progress.show(done, total),
  });
  progress.clear();
  say(importReport(result, options.language));
  if (result.status === 'REJECTED') return FAULTS;
  const answer = await figures.compute(options.query, options.language);
  const { output, language } = options;
  if (output !== undefined) await writeFigures(answer, output, { language, by: options.query.by });
  process.stdout.write(printed(answer, options));
  return DONE;
}

function printed(answer: FiguresAnswer, { format, language }: EvaluateOptions): string {
  if (format === 'json') return `${JSON.stringify(answer)}\n`;
  return format === 'csv' ? `${figureCsv(answer, language)}\n` : `\n${figureTable(answer, language)}`;
}

function explain(error: unknown): number {
  if (error instanceof WorkbookRefused && error.reason !== 'FILE_NOT_FOUND') {
    say(error.message);
    return FAULTS;
  }
  if (error instanceof UsageError) say(`${error.message}\n\n${USAGE}`);
  else if (error instanceof DomainError || error instanceof ConfigurationError) say(error.message);
  else throw error;
  return WRONG_USAGE;
}

process.exitCode = await main(process.argv.slice(2)).catch(explain);
