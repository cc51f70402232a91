import { Module, type DynamicModule } from '@nestjs/common';
import { Delivery } from './delivery';
import { MAIL_OPTIONS, type MailOptions } from './mail-options';
import { MailSender } from './mail-sender.service';
import { Mailer } from './mailer';
import { MailsRepository } from './mails.repository';

@Module({})
export class MailModule {
  static with(options: MailOptions): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [
        { provide: MAIL_OPTIONS, useValue: options },
        Delivery,
        Mailer,
        MailSender,
        MailsRepository,
      ],
      exports: [Mailer, MailSender],
    };
  }
}
