import { Module } from '@nestjs/common';
import { exportController } from '../../resource/exports/export.controller';
import { contactSpec } from './contact.dto';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';

@Module({
  controllers: [exportController(contactSpec, ContactsService), ContactsController],
  providers: [ContactsService],
  exports: [ContactsService],
})
export class ContactsModule {}
