import { Module, type DynamicModule } from '@nestjs/common';
import { MAIL_OPTIONS, type MailOptions } from './mail-options';
import { Mailer } from './mailer';

@Module({})
export class MailModule {
  static with(options: MailOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [{ provide: MAIL_OPTIONS, useValue: options }, Mailer],
      exports: [Mailer],
    };
  }
}
